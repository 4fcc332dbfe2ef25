import type { Kind, Looks } from './kind.ts'

/** One JSON object a line: what is nothing else. */
export const ndjson: Kind = {
  name: 'NDJSON',
  is: () => true,
  wrong: wrongOf,
  read: async () => (input) => input.bytes(),
}

const expected =
  'a corpus is one {"id","text","published"?} a line, a feed, a sitemap of news, a WARC or a folder of pages'

/** What is no NDJSON from its first line on, and what to do; a wrong line alone is an error of that line. */
function wrongOf({ head, root, isText }: Looks): string | undefined {
  if (root === 'html') return 'it is a page: read it by nutgraf extract, or give its folder'
  if (root !== undefined) return `it is XML of another kind, <${root}>; ${expected}`
  if (!isText) return `it is no text in UTF-8; ${expected}`
  const [first] = head.split('\n', 1)
  if (head === '' || /^\{.*\S/.test(first!)) return
  if (head.startsWith('{')) return 'it is one JSON object over several lines; write one a line, as by jq -c .'
  if (head.startsWith('[')) return "it is a JSON array; write one object a line, as by jq -c '.[]'"
  return `its first line is no JSON object: ${expected}; a text alone is read by nutgraf extract`
}
