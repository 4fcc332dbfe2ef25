import type { RuleSet, TypesOf } from '../rules/define.ts'
import type { CoreType } from '../story.ts'
import type { Outcome, StoryInput } from './input.ts'
import { type PoolOptions, runInOrder } from './pool.ts'

/** Rules, and the threads that read with them. */
export type ExtractAllOptions<Sets extends readonly RuleSet[] = readonly RuleSet[]> = PoolOptions<Sets>

/**
 * Reads a corpus on all cores. Outcomes come in the order of the stories, one for each; a wrong input gives an error where
 * its story would stand, and nothing stops. No more than some hundred stories are held at a time, however many there are: the
 * source is asked for more when outcomes are taken. Leaving the loop ends the workers.
 *
 * @example
 * for await (const outcome of extractAll(stories, { workers: 4 }))
 *   if ('story' in outcome) save(outcome.id, outcome.story)
 * @throws NutgrafError for wrong options or rule sets, when the first outcome is asked for
 */
export const extractAll = <const Sets extends readonly RuleSet[] = []>(
  stories: AsyncIterable<StoryInput> | Iterable<StoryInput>,
  options: ExtractAllOptions<Sets> = {},
): AsyncGenerator<Outcome<CoreType | TypesOf<Sets[number]>>, void, undefined> =>
  runInOrder(stories, 'stories', options as PoolOptions)
