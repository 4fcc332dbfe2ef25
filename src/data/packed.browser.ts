// A bundler has no files beside its modules: what is unpacked stands in the bundle of those who use it.
import * as clusterLists from './clusters.ts'
import { events } from './events.ts'
import * as speech from './part-of-speech.ts'
import * as gazetteer from './places.ts'
import * as syntax from './syntax.ts'
import * as names from './tagger.ts'
import { topics } from './topics.ts'

export const packedClusters = (): typeof clusterLists => clusterLists
export const packedEvents = (): typeof events => events
export const packedNames = (): typeof names => names
export const packedPlaces = (): typeof gazetteer => gazetteer
export const packedSpeech = (): typeof speech => speech
export const packedSyntax = (): typeof syntax => syntax
export const packedTopics = (): typeof topics => topics
