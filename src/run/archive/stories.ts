import { setImmediate as nextTurn } from 'node:timers/promises'
import { signatureOf } from '../../archive/signature.ts'
import { eventProfilesOf, profilesOf } from '../../archive/story-profiles.ts'
import type { Story } from '../../base/story.ts'
import type { Added } from './archive.ts'
import { indexWords } from './ask/full-text.ts'
import { groupOf, writeBands } from './copies.ts'
import { findEntities, knownEntities, writeEntities } from './entities.ts'
import { findEvents, knownEvents, writeEventSources, writeEvents } from './events.ts'
import type { CheckedInput } from './input.ts'
import { findPlaces, writePlaces } from './places.ts'
import { withSentences } from './sentences.ts'
import type { Store } from './store.ts'
import { dropUntold, takeOut } from './take-out.ts'
import { writeTopics } from './topics.ts'
import { type Writing, write } from './transaction.ts'

/** A story with what it was read from. */
export interface ReadStory extends CheckedInput {
  story: Story<string>
}

/** Adds stories in one transaction, in their order. */
export function addStories(store: Store, stories: readonly ReadStory[]): Promise<Added[]> {
  return write(store, async (writing) => {
    const known = await knownByHash(
      writing,
      stories.map(({ hash }) => hash),
    )
    const added: Added[] = []
    for (const read of stories) {
      // SQLite answers at once: without a pause, nothing else of this program would go on until all are written.
      await nextTurn()
      const before = known.get(read.hash)
      if (before?.version === read.story.version) added.push({ story: before.id, outcome: 'known' })
      else if (before) {
        await renewStory(writing, before.id, read)
        added.push({ story: before.id, outcome: 'renewed' })
      } else added.push({ story: await addStory(writing, read), outcome: 'added' })
      known.set(read.hash, { id: added.at(-1)!.story, version: read.story.version })
    }
    return added
  })
}

async function knownByHash({ tx, list }: Writing, hashes: readonly string[]) {
  const rows = await tx
    .selectFrom('stories')
    .select(['id', 'hash', 'version'])
    .where('hash', 'in', list(hashes))
    .execute()
  return new Map(rows.map(({ hash, ...story }) => [hash, story]))
}

async function addStory(writing: Writing, { hash, input, about, story }: ReadStory): Promise<number> {
  const id = writing.nextId('stories')
  const signature = signatureOf(input.text)
  await writing.insert('stories', [
    {
      ...{ id, hash, version: story.version, source_id: input.id === undefined ? null : String(input.id) },
      ...{ published: story.published, title: about.title ?? null, url: about.url ?? null },
      ...{ publisher: about.publisher ?? null, text: input.text, story: storyJson(story, input) },
      ...{ group_id: await groupOf(writing, id, signature), added: new Date().toISOString() },
    },
  ])
  await indexWords(writing, id, about.title ?? null, input.text)
  await writeBands(writing, id, signature)
  await linkStory(writing, id, input.text, story)
  return id
}

/** The same input, read by another version: what it had said is taken out. */
async function renewStory(writing: Writing, id: number, { input, story }: ReadStory): Promise<void> {
  const [{ version }, json] = [story, storyJson(story, input)]
  await linkStory(writing, id, input.text, story, async () => {
    await takeOut(writing, id)
    await writing.tx.updateTable('stories').set({ version, story: json }).where('id', '=', id).execute()
  })
  await dropUntold(writing)
}

/** Sentences are kept where they were asked for. */
function storyJson({ sentences, ...story }: Story<string>, { sentences: asked }: ReadStory['input']): string {
  return JSON.stringify(asked ? { ...story, sentences } : story)
}

/**
 * Links what a story says to what the archive knows, and writes it. What it said before, if it did, is there while links are
 * looked for, so that it finds its own records; then it is taken out.
 */
export async function linkStory(
  writing: Writing,
  id: number,
  text: string,
  given: Story<string>,
  takeOutBefore?: () => Promise<void>,
): Promise<void> {
  const story = withSentences(given, text)
  const who = await findEntities(writing, id, profilesOf(story, text))
  const places = await findPlaces(writing, story)
  const entities = new Map(who.found.map(({ local, id }) => [local, id]))
  const what = await findEvents(writing, id, eventProfilesOf(story, text, { entities, places }))
  if (takeOutBefore) {
    await takeOutBefore()
    who.known = await knownEntities(writing, [...who.known.keys()])
    what.known = await knownEvents(writing, [...what.known.keys()])
  }
  await writeEntities(writing, who.found, who.known)
  await writeStoryEntities(writing, id, story, who.found)
  await writePlaces(writing, id, story, places)
  await writeEvents(writing, what.found, what.known)
  await writeEventSources(writing, id, story, what.found)
  await writeTopics(writing, id, story, what.found, what.known)
}

async function writeStoryEntities(
  writing: Writing,
  story: number,
  { entities }: Story<string>,
  found: Awaited<ReturnType<typeof findEntities>>['found'],
): Promise<void> {
  const named = new Map(entities.map((entity) => [entity.id, entity]))
  await writing.insert(
    'story_entities',
    found.map(({ local, id, evidence }) => {
      const { name, mentions, salience } = named.get(local)!
      return {
        ...{ story_id: story, local_id: local, entity_id: id, name, mentions: mentions.length },
        ...{ start: mentions[0]!.start, end: mentions[0]!.end, salience, evidence: JSON.stringify(evidence) },
      }
    }),
  )
}
