import type { Corrections } from './corrections.ts'
import { normalizeName } from './names.ts'
import type { Counts, EntityProfile, Link } from './profile.ts'

/** Under what an entity is kept (`kept`, at each change of its names), and what is asked for to find who it may be. */
export function entityKeys(profile: EntityProfile, _corrections: Corrections): { kept: string[]; asked: string[] } {
  return {
    kept: [...new Set([...profile.names.keys()].map(normalizeName))],
    asked: [normalizeName(entityName(profile))],
  }
}

/** For each entity of a story the one of the candidates that it is: those kept under any key that any of them asks for. */
export function linkEntities(
  profiles: readonly EntityProfile[],
  candidates: readonly EntityProfile[],
  _corrections: Corrections,
): Link[] {
  const keyOf = (profile: EntityProfile) => `${profile.type} ${normalizeName(entityName(profile))}`
  const known = new Map(candidates.map((candidate, index) => [keyOf(candidate), index]))
  const before = new Map<string, number>()
  return profiles.map((profile, index) => {
    const key = keyOf(profile)
    const local = before.get(key) ?? null
    if (local === null) before.set(key, index)
    const candidate = known.get(key) ?? null
    const reasons = candidate === null ? [] : ['the same full name']
    return { candidate, local: candidate === null ? local : null, evidence: { reasons, confidence: 1 } }
  })
}

/** What is known of an entity after one more story; least told clues are let go of where there are very many. */
export function joinEntities(known: EntityProfile, told: EntityProfile): EntityProfile {
  return {
    type: known.type,
    names: sumOf(known.names, told.names),
    titles: sumOf(known.titles, told.titles),
    countries: sumOf(known.countries, told.countries),
    companions: sumOf(known.companions, told.companions),
    wikidata: known.wikidata ?? told.wikidata,
    first: [known.first, told.first].filter((day) => day !== null).sort()[0] ?? null,
    last:
      [known.last, told.last]
        .filter((day) => day !== null)
        .sort()
        .at(-1) ?? null,
  }
}

function sumOf(a: Counts, b: Counts): Counts {
  const sum = new Map(a)
  for (const [key, count] of b) sum.set(key, (sum.get(key) ?? 0) + count)
  return sum
}

/** What an entity is called: the full name that most stories have. */
export const entityName = ({ names }: EntityProfile): string => [...names.keys()][0] ?? ''
