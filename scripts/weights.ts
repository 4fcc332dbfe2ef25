// Opens the weights that ship: it fails where they were learned with other features than those of the code.
import * as speech from '../src/data/part-of-speech.ts'
import * as names from '../src/data/tagger.ts'
import { eventWeights } from '../src/layers/events/classifier.ts'
import { openModel } from '../src/layers/names/name-model.ts'
import { topicWeights } from '../src/layers/topics/classifier.ts'
import { openSpeechTagger } from '../src/text/speech.ts'

openSpeechTagger(speech)
openModel(names)
eventWeights()
topicWeights()
