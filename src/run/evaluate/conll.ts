import { NutgrafError } from '../../base/error.ts'
import { joinTokens, type PlacedToken } from './join-tokens.ts'
import type { Gold } from './schema.ts'

type Name = NonNullable<Gold['entities']>[number]

/** Which columns hold the token and its tag, from 1; without them the first and the last. */
export interface Columns {
  token?: number
  tag?: number
  /** What a label of the file is called here; `null` leaves its names out. */
  labels?: ReadonlyMap<string, string | null>
}

interface Row {
  token: string
  tag: string
  line: number
}

interface Sentence {
  rows: Row[]
  /** The sentence as it was, where a comment has it (`# text = …`). */
  text?: string
}

/** Labels of OntoNotes, of CoNLL-2003 and of others that mean a type of ours, or nothing that is named. */
const labels = new Map<string, string | null>(
  Object.entries({
    ...{ per: 'person', person: 'person', org: 'organization', organization: 'organization', misc: 'misc' },
    ...{ loc: 'location', location: 'location', gpe: 'location', facility: 'facility', fac: 'facility' },
    ...{ norp: 'group', group: 'group', event: 'event', work_of_art: 'work', work: 'work', product: 'product' },
    ...{ law: 'law', language: 'language', money: 'money', percent: 'percent', quantity: 'quantity' },
    ...{ date: null, time: null, cardinal: null, ordinal: null },
  }),
)

/**
 * Documents of a file in columns, a token a line, names in IOB (1 or 2), BIOES or BILOU tags, sentences set off by empty
 * lines, documents by `-DOCSTART-` or `# newdoc`; without those it is one. The text is put together from the tokens.
 *
 * @throws NutgrafError `invalid-input` with the line, where a column, a tag or a label is not known
 * @see Tjong Kim Sang and De Meulder, Introduction to the CoNLL-2003 Shared Task (2003)
 */
export function readConll(content: string, file: string, columns: Columns = {}): Gold[] {
  return documentsOf(content, file, columns)
    .filter((sentences) => sentences.length > 0)
    .map((sentences, i) => {
      const { text, tokens } = joinTokens(sentences.map(({ rows, text }) => ({ tokens: rows.map(tokenOf), text })))
      const entities = sentences.flatMap(({ rows }, s) => namesOf(rows, tokens[s]!, file, columns))
      return { id: `${file}#${i + 1}`, published: null, text, entities }
    })
}

const tokenOf = ({ token }: Row) => token

function documentsOf(content: string, file: string, { token, tag }: Columns): Sentence[][] {
  const documents: Sentence[][] = [[]]
  let sentence: Sentence = { rows: [] }
  const endSentence = () => {
    if (sentence.rows.length > 0) documents.at(-1)!.push(sentence)
    sentence = { rows: [] }
  }
  for (const [i, line] of content
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const fields = line.includes('\t') ? line.split('\t') : line.trim().split(/ +/)
    const comment = /^# (newdoc|text)\b(?:\s*=\s*(.*))?/.exec(line)
    if (line.trim() === '') endSentence()
    else if (/^-DOCSTART-/.test(line) || comment?.[1] === 'newdoc') {
      endSentence()
      documents.push([])
    } else if (comment?.[2] !== undefined) sentence.text = comment[2]
    // "# 1" may be a token, "# sent_id = 4" is none.
    else if (!/^# \w+ = /.test(line)) {
      const row = { token: fields[(token ?? 1) - 1], tag: fields[tag === undefined ? fields.length - 1 : tag - 1] }
      if (fields.length < 2 || !row.token || !row.tag)
        throw new NutgrafError(
          'invalid-input',
          `${file}:${i + 1}`,
          `expected a token and its tag in columns, got ${JSON.stringify(line)}`,
        )
      sentence.rows.push({ token: row.token, tag: row.tag, line: i + 1 })
    }
  }
  endSentence()
  return documents
}

/** A name goes on where the tag before was of its type and neither ends nor begins one. */
function namesOf(
  rows: readonly Row[],
  tokens: readonly PlacedToken[],
  file: string,
  { labels: own = new Map() }: Columns,
): Name[] {
  const names: Name[] = []
  let open: (Name & { label: string }) | undefined
  for (const [i, { tag, line }] of rows.entries()) {
    const [, mark = '', label = ''] = /^([OBIESLU])(?:-(.+))?$/.exec(tag) ?? []
    if (mark === '' || (mark === 'O') !== (label === ''))
      throw new NutgrafError(
        'invalid-input',
        `${file}:${line}`,
        `expected a tag as O, B-PER or I-PER, got ${JSON.stringify(tag)}; --tag says which column has it`,
      )
    const { start, end } = tokens[i]!
    if (open && /[IEL]/.test(mark) && open.label === label) open.end = end
    else if (mark !== 'O') {
      const type = own.has(label) ? own.get(label) : labels.get(label.toLowerCase())
      if (type === undefined)
        throw new NutgrafError(
          'invalid-input',
          `${file}:${line}`,
          `the label ${label} is not known; say what it is, as --label ${label}=organization`,
        )
      open = { start, end, type: type ?? '', label }
      if (type !== null) names.push(open)
    } else open = undefined
    if (/[ESLU]/.test(mark)) open = undefined
  }
  return names.map(({ start, end, type }) => ({ start, end, type }))
}
