import { type WordClass, wordClass } from '../../english/word-classes.ts'
import type { Token } from '../../text/document.ts'
import { wordTest } from '../../text/word.ts'

const tellingClasses: ReadonlySet<WordClass | undefined> = new Set<WordClass>([
  'discuss',
  'focus',
  'exchange',
  'inform',
  'agree',
  'sign',
  'commit',
  'urge',
  'stress',
  'talks',
  'text',
  'light',
  'ties',
  'press',
  'view',
])
const tells = wordTest(({ normal }) => tellingClasses.has(wordClass.get(normal)))

/** Whether a word tells of an agenda. */
export const isTelling = ({ word }: Token): boolean => tells(word)
