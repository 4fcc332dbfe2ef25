import { readFileSync } from 'node:fs'
import type * as clusterLists from './clusters.ts'
import type * as eventWeights from './events.ts'
import type * as speech from './part-of-speech.ts'
import type * as gazetteer from './places.ts'
import type * as syntax from './syntax.ts'
import type * as names from './tagger.ts'
import type * as topicWeights from './topics.ts'

/**
 * Reads a module of assets, each a line of JSON, as text and when it is asked for: as source it would take ten times as long,
 * and would stay in memory once more than what is unpacked from it.
 */
function assetsOf(name: string): Record<string, unknown> {
  const assets: Record<string, unknown> = {}
  for (const line of readFileSync(new URL(`./${name}.js`, import.meta.url), 'latin1').split('\n')) {
    if (!line.startsWith(declared)) continue
    const equals = line.indexOf(' = ')
    assets[line.slice(declared.length, equals)] = JSON.parse(line.slice(equals + ' = '.length))
  }
  return assets
}

const declared = 'export const '

export const packedClusters = () => assetsOf('clusters') as typeof clusterLists
export const packedEvents = () => assetsOf('events').events as typeof eventWeights.events
export const packedNames = () => assetsOf('tagger') as typeof names
export const packedPlaces = () => assetsOf('places') as typeof gazetteer
export const packedSpeech = () => assetsOf('part-of-speech') as typeof speech
export const packedSyntax = () => assetsOf('syntax') as typeof syntax
export const packedTopics = () => assetsOf('topics').topics as typeof topicWeights.topics
