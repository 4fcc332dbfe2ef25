import { versionWith } from '../../api/extract.ts'
import { checkKeys } from '../../api/options.ts'
import { describe, NutgrafError } from '../../base/error.ts'
import { StorySchema } from '../../base/schema.ts'
import type { Story } from '../../base/story.ts'
import { abortedBy, checkAborted, checkFlow, checkSource } from '../batch/flow.ts'
import { faultOf, idOf } from '../batch/input.ts'
import { createPool, type Pool } from '../batch/pool.ts'
import type { PoolOptions } from '../batch/pool-options.ts'
import type { Added, AddedAll, Archive, ArchiveAbout, ArchiveInput } from './archive.ts'
import { inBatches } from './batches.ts'
import { told } from './faults.ts'
import { archiveKeys, type CheckedInput, checkInput } from './input.ts'
import { relink } from './relink.ts'
import { listOf } from './rows.ts'
import type { Store } from './store.ts'
import { addStories, type ReadStory } from './stories.ts'

/** Stories that are added in one transaction: so many at most, and those that are read in so many milliseconds. */
const together = { size: 64, patience: 250 }

/** A whole input may be given as what is known of it. */
const aboutNames = [...archiveKeys, 'text']

/** What writes to an archive; its stories are read by workers that start when they are needed. */
export function addingTo(
  store: Store,
  options: PoolOptions,
): Pick<Archive, 'add' | 'addStory' | 'addAll' | 'relink' | 'close'> {
  const { rules = [], without = [], places } = options
  const version = versionWith({ rules, without, ...(places && { places }) })
  let pool: Pool<string> | undefined
  const openPool = () => (pool ??= createPool(options as PoolOptions<[]>) as Pool<string>)

  async function add(text: string, about: ArchiveAbout = {}): Promise<Added> {
    checkKeys(about, 'add', aboutNames)
    const checked = checkInput({ ...about, text }, 'add')
    const [known] = await knownOf(store, [checked], version)
    if (known) return known
    const { id: _, text: __, ...given } = checked.input
    const story = await openPool().extract(text, { ...given, sentences: true })
    return addOne({ ...checked, story })
  }

  async function addOne(read: ReadStory): Promise<Added> {
    const [added] = await told(store, 'archive.add', () => addStories(store, [read]))
    return added!
  }

  return {
    add,
    async addStory(story, text, about = {}) {
      checkKeys(about, 'addStory', aboutNames)
      const published = about.published ?? story.published ?? undefined
      const checked = checkInput({ ...about, ...(published !== undefined && { published }), text }, 'addStory')
      checkStory(story, text)
      return addOne({ ...checked, story })
    },
    async addAll(stories, options = {}) {
      checkKeys(options, 'archive.addAll', ['signal', 'onProgress'])
      const { signal, onProgress } = options
      if (onProgress !== undefined && typeof onProgress !== 'function')
        throw new NutgrafError(
          'invalid-options',
          'archive.addAll.options.onProgress',
          `expected a function, got ${describe(onProgress)}`,
        )
      checkFlow({ signal }, 'archive.addAll')
      checkSource(stories, 'archive.addAll')
      checkAborted(signal, 'archive.addAll')
      return addMany(store, openPool(), version, stories, signal, onProgress)
    },
    relink: () => told(store, 'archive.relink', () => relink(store)),
    async close() {
      await pool?.close()
    },
  }
}

/** Which inputs are in the archive already, read by the same version. */
async function knownOf(
  { db, engine, place }: Store,
  inputs: readonly CheckedInput[],
  version: string,
): Promise<(Added | undefined)[]> {
  const rows = await told({ engine, place }, 'archive.add', () =>
    db
      .selectFrom('stories')
      .select(['id', 'hash'])
      .where('version', '=', version)
      .where(
        'hash',
        'in',
        listOf(
          engine,
          inputs.map(({ hash }) => hash),
        ),
      )
      .execute(),
  )
  const ids = new Map(rows.map(({ hash, id }) => [hash, id]))
  return inputs.map(({ hash }) => (ids.has(hash) ? { story: ids.get(hash)!, outcome: 'known' } : undefined))
}

/** @throws NutgrafError `invalid-input` where a story is not one of this text */
function checkStory(story: Story<string>, text: string): void {
  const { error } = StorySchema.safeParse(story)
  const [issue] = error?.issues ?? []
  if (issue) throw new NutgrafError('invalid-input', ['addStory.story', ...issue.path].join('.'), issue.message)
  const spans = [...story.entities, ...story.locations, ...story.events, ...story.topics].flatMap(
    ({ mentions }) => mentions,
  )
  const wrong = spans.find(({ start, end, text: said }) => text.slice(start, end) !== said)
  if (wrong)
    throw new NutgrafError(
      'invalid-input',
      'addStory.story',
      `it is of another text: at ${wrong.start} it has "${wrong.text}", the text "${text.slice(wrong.start, wrong.end)}"`,
    )
}

async function addMany(
  store: Store,
  pool: Pool<string>,
  version: string,
  stories: AsyncIterable<ArchiveInput> | Iterable<ArchiveInput>,
  signal: AbortSignal | undefined,
  onProgress: ((done: number) => void) | undefined,
): Promise<AddedAll> {
  const counts = { added: 0, known: 0, renewed: 0 }
  const failed: AddedAll['failed'][number][] = []
  let done = 0
  const count = (n: number) => {
    done += n
    if (n > 0) onProgress?.(done)
  }
  /** What is being read, in its order. */
  const reading: CheckedInput[] = []

  async function* unknown() {
    for await (const values of inBatches(stories, together)) {
      const inputs: CheckedInput[] = []
      for (const value of values)
        try {
          inputs.push(checkInput(value, 'story'))
        } catch (error) {
          failed.push({ id: idOf(value), ...faultOf(error) })
        }
      const known = await knownOf(store, inputs, version)
      const fresh = inputs.filter((_, i) => !known[i])
      counts.known += inputs.length - fresh.length
      count(values.length - fresh.length)
      for (const checked of fresh) {
        reading.push(checked)
        yield { ...checked.input, sentences: true }
      }
    }
  }

  for await (const outcomes of inBatches(pool.extractMany(unknown(), signal ? { signal } : {}), together)) {
    const read = outcomes.flatMap((outcome) => {
      const checked = reading.shift()!
      if ('story' in outcome) return [{ ...checked, story: outcome.story }]
      failed.push({ id: outcome.id, ...outcome.error })
      return []
    })
    if (signal?.aborted) throw abortedBy(signal, 'archive.addAll')
    for (const { outcome } of await told(store, 'archive.addAll', () => addStories(store, read))) counts[outcome]++
    count(outcomes.length)
  }
  return { ...counts, failed }
}
