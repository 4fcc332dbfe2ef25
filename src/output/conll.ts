import type { Story } from '../base/story.ts'
import type { Syntax, SyntaxToken } from '../base/syntax.ts'
import { fitText } from './fit.ts'
import { type MentionOf, namesAndDates } from './mentions.ts'
import { tokensBySentence } from './sentences.ts'

/** The four types of CoNLL-2003; amounts and dates are none of them, what a rule set adds is `MISC`. */
const types = new Map<string, string | null>([
  ...([
    ['person', 'PER'],
    ['organization', 'ORG'],
    ['facility', 'LOC'],
  ] as const),
  ...([
    ['money', null],
    ['percent', null],
    ['quantity', null],
  ] as const),
])

/**
 * Tokens in the four columns of CoNLL-2003, a space between them: token, part of speech of the Penn Treebank (`-X-` where
 * the text's syntax is not given), chunk (not filled: `-X-`), and the name in BIO (`B-PER`, `I-PER`, `O`). A blank line ends
 * a sentence; the document begins with `-DOCSTART-`.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { toConll } from 'nutgraf/formats'
 *
 * const text = 'Sergey Lavrov will visit Dhaka on September 7.'
 * console.log(toConll(extract(text), text).split('\n')[2]) // Sergey -X- -X- B-PER
 * @see Tjong Kim Sang and De Meulder, Introduction to the CoNLL-2003 Shared Task (2003)
 */
export function toConll(story: Story<string>, text: string, syntax?: Syntax): string {
  const tagAt = tagsOf(syntax)
  const names = namesAndDates(story, text).flatMap((mention) => {
    const type = typeOf(mention)
    return type ? [{ start: mention.start, end: mention.end, type }] : []
  })
  let next = 0
  let out = '-DOCSTART- -X- -X- O\n'
  for (const sentence of tokensBySentence(text, names)) {
    out += '\n'
    for (const { start, end } of sentence) {
      while (names[next] && names[next]!.end <= start) next++
      const name = names[next]
      const inside = name !== undefined && name.start <= start
      out += `${fitText(text.slice(start, end))} ${tagAt(start)} -X- ${inside ? `${name.start === start ? 'B' : 'I'}-${name.type}` : 'O'}\n`
    }
  }
  return out
}

/** The Penn tag of the token at a position; asked from left to right. */
function tagsOf(syntax: Syntax | undefined): (position: number) => string {
  const tokens: readonly SyntaxToken[] = syntax?.sentences.flatMap(({ tokens }) => tokens) ?? []
  let next = 0
  return (position) => {
    while (next < tokens.length && tokens[next]!.end <= position) next++
    const token = tokens[next]
    return token && token.start <= position ? token.tag : '-X-'
  }
}

function typeOf({ layer, type }: MentionOf): string | null {
  if (layer === 'date') return null
  if (layer === 'location') return 'LOC'
  const known = types.get(type)
  return known === undefined ? 'MISC' : known
}
