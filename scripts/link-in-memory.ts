// Stories linked as an archive links them, without one: the pure functions of src/archive over lists in memory.
import { type Corrections, correctionsOf } from '../src/archive/corrections.ts'
import { entityKeys, joinEntities, linkEntities } from '../src/archive/entities.ts'
import { eventKeys, eventSpan, eventWindow, joinEvents, linkEvents } from '../src/archive/events.ts'
import type { EntityProfile, EventProfile, Evidence, Link } from '../src/archive/profile.ts'
import { eventProfilesOf, profilesOf } from '../src/archive/story-profiles.ts'
import type { Story } from '../src/base/story.ts'

export interface LinkedStory {
  /** By ids in the story. */
  entities: Map<string, number>
  events: Map<string, number>
  evidence: Map<string, Evidence>
}

/** Records with the keys that they are kept under. */
class Kept<Profile> {
  readonly all: Profile[] = []
  readonly #byKey = new Map<string, Set<number>>()

  under(keys: Iterable<string>): number[] {
    return [...new Set([...keys].flatMap((key) => [...(this.#byKey.get(key) ?? [])]))].sort((a, b) => a - b)
  }

  put(at: number, profile: Profile, keys: Iterable<string>): void {
    this.all[at] = profile
    for (const key of keys) this.#byKey.set(key, (this.#byKey.get(key) ?? new Set()).add(at))
  }
}

export class LinkedInMemory {
  readonly entities = new Kept<EntityProfile>()
  readonly events = new Kept<EventProfile>()
  readonly #places = new Map<string, number>()
  readonly #corrections: Corrections

  constructor(corrections: Corrections = correctionsOf([])) {
    this.#corrections = corrections
  }

  add(story: Story<string>, text: string): LinkedStory {
    const evidence = new Map<string, Evidence>()
    const entities = this.#link(profilesOf(story, text), this.entities, {
      asked: (profile) => entityKeys(profile, this.#corrections).asked,
      kept: (profile) => entityKeys(profile, this.#corrections).kept,
      choose: (profiles, candidates) => linkEntities(profiles, candidates, this.#corrections),
      join: joinEntities,
      touches: () => true,
      evidence,
    })
    const places = new Map(story.locations.map((place) => [place.id, this.#place(placeKey(place))]))
    const events = this.#link(eventProfilesOf(story, text, { entities, places }), this.events, {
      asked: eventKeys,
      kept: eventKeys,
      choose: linkEvents,
      join: joinEvents,
      touches,
      evidence,
    })
    return { entities, events, evidence }
  }

  #place(key: string): number {
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.#places.size)
    return this.#places.size - 1
  }

  #link<Profile>(
    profiles: ReadonlyMap<string, Profile>,
    kept: Kept<Profile>,
    how: {
      asked: (profile: Profile) => readonly string[]
      kept: (profile: Profile) => readonly string[]
      choose: (profiles: Profile[], candidates: Profile[]) => Link[]
      join: (known: Profile, told: Profile) => Profile
      touches: (one: Profile, other: Profile) => boolean
      evidence: Map<string, Evidence>
    },
  ): Map<string, number> {
    const told = [...profiles.values()]
    const found = new Set(
      told.flatMap((one) => kept.under(how.asked(one)).filter((at) => how.touches(one, kept.all[at]!))),
    )
    const candidates = [...found].sort((a, b) => a - b)
    const links = how.choose(
      told,
      candidates.map((at) => kept.all[at]!),
    )
    const ids: number[] = []
    const idOf = (at: number): number => {
      const { candidate, local } = links[at]!
      ids[at] ??=
        candidate !== null ? candidates[candidate]! : local !== null ? idOf(local) : kept.all.push(told[at]!) - 1
      return ids[at]
    }
    const fresh = new Set<number>()
    told.forEach((profile, at) => {
      const before = kept.all.length
      const id = idOf(at)
      if (id >= before) fresh.add(id)
      const isNew = fresh.has(id) && kept.all[id] === profile
      const joined = isNew ? profile : how.join(kept.all[id]!, profile)
      kept.put(id, joined, how.kept(joined))
      how.evidence.set([...profiles.keys()][at]!, links[at]!.evidence)
    })
    return new Map([...profiles.keys()].map((local, at) => [local, ids[at]!]))
  }
}

const placeKey = ({ geonames, type, country, admin, name }: Story['locations'][number]): string =>
  geonames === null ? [type, country, admin, name].join(' ') : String(geonames)

function touches(one: EventProfile, other: EventProfile): boolean {
  const [a, b] = [eventWindow(one), eventSpan(other)]
  return a === null || b === null || (a.from <= b.to && b.from <= a.to)
}
