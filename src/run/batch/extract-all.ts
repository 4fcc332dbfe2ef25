import type { CoreType } from '../../base/story.ts'
import type { RuleSet, TypesOf } from '../../rules/define.ts'
import { checkFlow, checkSource, type FlowOptions } from './flow.ts'
import type { Outcome, StoryInput } from './input.ts'
import { runOnce } from './pool.ts'
import { checkPool, type PoolOptions } from './pool-options.ts'

/**
 * Rules, and the workers that read with them.
 *
 * @example
 * import { type ExtractAllOptions, extractAll } from 'nutgraf/batch'
 *
 * const here: ExtractAllOptions = { workers: 0 }
 * for await (const { id } of extractAll([{ id: 7, text: 'Rice left.' }], here)) console.log(id) // 7
 */
export interface ExtractAllOptions<Sets extends readonly RuleSet[] = readonly RuleSet[]>
  extends Omit<PoolOptions<Sets>, 'maxWaiting'>,
    FlowOptions {}

/**
 * Reads a corpus on all cores. Outcomes come in the order of the stories, one for each; a wrong input gives an error where
 * its story would stand, and nothing stops. No more than some hundred stories are held at a time, however many there are: the
 * source is asked for more when outcomes are taken. Leaving the loop ends the workers.
 *
 * @example
 * import { extractAll } from 'nutgraf/batch'
 *
 * const stories = [{ id: 'a', text: 'Rice arrived in Beirut on Friday.', published: '2006-02-23' }]
 * for await (const outcome of extractAll(stories, { workers: 2 }))
 *   if ('story' in outcome) console.log(outcome.id, outcome.story.dates[0]?.value) // a 2006-02-17
 * @throws NutgrafError `invalid-options` or `invalid-rules`, for wrong options or rule sets, when the first outcome is asked for
 */
export async function* extractAll<const Sets extends readonly RuleSet[] = []>(
  stories: AsyncIterable<StoryInput> | Iterable<StoryInput>,
  options: ExtractAllOptions<Sets> = {},
): AsyncGenerator<Outcome<CoreType | TypesOf<Sets[number]>>, void, undefined> {
  const checked = checkPool(options as PoolOptions, 'extractAll', ['ordered', 'signal'])
  const how = checkFlow(options, 'extractAll')
  checkSource(stories, 'extractAll')
  yield* runOnce('stories', stories, checked, how, 'extractAll') as AsyncGenerator<
    Outcome<CoreType | TypesOf<Sets[number]>>
  >
}
