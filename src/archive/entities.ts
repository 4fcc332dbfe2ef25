import type { Corrections } from './corrections.ts'
import type { EntityProfile, Link } from './profile.ts'

/** Under what an entity is kept (`kept`, at each change of its names), and what is asked for to find who it may be. */
export function entityKeys(_profile: EntityProfile, _corrections: Corrections): { kept: string[]; asked: string[] } {
  return { kept: [], asked: [] }
}

/** For each entity of a story the one of the candidates that it is: those kept under any key that any of them asks for. */
export function linkEntities(
  profiles: readonly EntityProfile[],
  _candidates: readonly EntityProfile[],
  _corrections: Corrections,
): Link[] {
  return profiles.map(() => ({ candidate: null, local: null, evidence: { reasons: [], confidence: 1 } }))
}

/** What is known of an entity after one more story; least told clues are let go of where there are very many. */
export function joinEntities(known: EntityProfile, _told: EntityProfile): EntityProfile {
  return known
}

/** What an entity is called: the full name that most stories have. */
export const entityName = ({ names }: EntityProfile): string => [...names.keys()][0] ?? ''
