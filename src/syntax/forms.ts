import { combine, hashText } from '../base/hash.ts'
import type { Word } from '../text/words.ts'
import type { Form } from './columns.ts'
import { beyond } from './penn.ts'

/** What stands beyond a sentence. */
export const noForm: Form = { word: 1, tag: beyond, both: 1, suffix: 1 }

export const formOf = ({ normal, hash, letters }: Word, tag: number): Form => ({
  word: hash,
  tag,
  both: combine(hash, tag),
  suffix: letters && normal.length > 3 ? hashText(normal.slice(-3)) : hash,
})
