import type * as clusterLists from './clusters.ts'
import type * as eventWeights from './events.ts'
import type * as speech from './part-of-speech.ts'
import type * as gazetteer from './places.ts'
import { assetsOf } from './read-assets.ts'
import type * as syntax from './syntax.ts'
import type * as names from './tagger.ts'
import type * as topicWeights from './topics.ts'

export const packedClusters = () => assetsOf('clusters') as typeof clusterLists
export const packedEvents = () => assetsOf('events').events as typeof eventWeights.events
export const packedNames = () => assetsOf('tagger') as typeof names
export const packedPlaces = () => assetsOf('places') as typeof gazetteer
export const packedSpeech = () => assetsOf('part-of-speech') as typeof speech
export const packedSyntax = () => assetsOf('syntax') as typeof syntax
export const packedTopics = () => assetsOf('topics').topics as typeof topicWeights.topics
