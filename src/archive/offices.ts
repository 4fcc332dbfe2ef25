import { memoizeBounded } from '../base/memoize-bounded.ts'
import { callings, courtesies, noMore, soleOffices } from '../english/linking.ts'
import { titlesOfMen, titlesOfWomen } from '../english/spelling.ts'

/** A title as it is compared: "former Russian Foreign Minister" is the office `minister` for `foreign`, no more held. */
export interface Office {
  /** Its words but for nations, courtesies and "former", in order of the alphabet; empty where none is left. */
  words: ReadonlySet<string>
  /** What it is the name of an office by. */
  head: string | null
  calling: string | null
  former: boolean
  /** Whether a land has one holder at a time. */
  sole: boolean
  gender: 'man' | 'woman' | undefined
}

const callingOf = new Map<string, string>()
for (const [calling, words] of Object.entries(callings)) for (const word of words) callingOf.set(word, calling)
const links = new Set([
  'of',
  'the',
  'for',
  'and',
  'a',
  'an',
  'to',
  'interim',
  'acting',
  'new',
  'outgoing',
  'elect',
  'current',
  'caretaker',
])
const abbreviations = new Map(
  Object.entries({
    ...{
      sen: 'senator',
      rep: 'representative',
      gov: 'governor',
      gen: 'general',
      lt: 'lieutenant',
      col: 'colonel',
      maj: 'major',
    },
    ...{
      capt: 'captain',
      sgt: 'sergeant',
      adm: 'admiral',
      rev: 'reverend',
      prof: 'professor',
      pm: 'premier',
      insp: 'inspector',
    },
    ...{
      defence: 'defense',
      ministers: 'minister',
      ambassadors: 'ambassador',
      senators: 'senator',
      presidents: 'president',
    },
  }),
)

export const officeOf = memoizeBounded(5000, (title): Office => {
  const plain = title
    .toLowerCase()
    .replace(/prime minister/g, 'premier')
    .replace(/u\.s\.|u\.n\./g, ' ')
    .replace(/[.,]/g, ' ')
  const written = plain
    .split(/[\s/]+/)
    .filter(Boolean)
    .map((word) => abbreviations.get(word) ?? word)
  const gender = written.some((word) => titlesOfMen.has(word))
    ? 'man'
    : written.some((word) => titlesOfWomen.has(word))
      ? 'woman'
      : undefined
  const words = written.filter((word) => !(courtesies.has(word) || noMore.has(word) || links.has(word)))
  const head = words.findLast((word) => callingOf.has(word)) ?? null
  return {
    words: new Set(words),
    head,
    calling: head === null ? null : callingOf.get(head)!,
    former: written.some((word) => noMore.has(word)),
    sole: head !== null && soleOffices.has(head) && !words.some((word) => word === 'vice' || word === 'deputy'),
    gender,
  }
})

/** Whether two titles are one office: of the same head, and of no other portfolio. */
export function sameOffice(a: Office, b: Office): boolean {
  if (a.head === null || a.head !== b.head) return false
  const [few, many] = a.words.size <= b.words.size ? [a, b] : [b, a]
  return few.words.size === 1
    ? few.sole || many.words.size <= 2
    : [...few.words].filter((word) => many.words.has(word)).length > 1
}
