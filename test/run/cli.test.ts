import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'
import { optionKeys } from '../../src/api/options.ts'
import { addReadingOptions, addStoryOptions } from '../../src/run/cli/options.ts'

const cli = new URL('../../dist/cli.js', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'nutgraf-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

const text = 'Lavrov will visit Dhaka on September 7.'
const paragraph =
  'Russian Foreign Minister Sergey Lavrov will visit Dhaka on September 7, diplomats told reporters on Sunday.'
const head = '<title>Lavrov to visit Dhaka</title><meta name="date" content="2023-08-30">'
const rules = {
  name: 'shipping',
  names: { vessel: { 'MV Ursa Major': ['Ursa Major'] } },
  rules: [
    { id: 'call', match: '[<visit>{call}] at', yes: ['She will [visit call] at Murmansk.'], no: ['She will call.'] },
  ],
}
const files: Record<string, string | Buffer> = {
  'story.txt': text,
  'other.txt': 'Talks on trade were held in Paris on Friday.',
  'story.md': text,
  'page.html': `<html><head>${head}</head><body><article><p>${paragraph}</p></article></body></html>`,
  'latin.html': Buffer.from(
    `<html><head><meta charset="iso-8859-1"></head><body><article><p>${paragraph} He will go on to Zürich.</p></article></body></html>`,
    'latin1',
  ),
  'empty.html': '<html><body><a href="/">Home</a></body></html>',
  'latin.txt': Buffer.from('Talks in Zürich.', 'latin1'),
  'rules.json': JSON.stringify(rules),
  'rules.mjs': `export const shipping = ${JSON.stringify(rules)}`,
  'wrong.json': JSON.stringify({ ...rules, rules: [{ id: 'x', match: '(a' }] }),
  'failing.json': JSON.stringify({ ...rules, rules: [{ ...rules.rules[0], no: ['She will call at Murmansk.'] }] }),
  'broken.json': '{',
  'comma.json': '{\n  "name": "x",\n}',
  'many.json': JSON.stringify({ name: 'many', nmes: {}, rules: [{ id: 'X', match: '(a' }] }, null, 2),
  'near.json': JSON.stringify(
    { ...rules, rules: [{ ...rules.rules[0], yes: ['She will [visit call] in Murmansk.'], no: [] }] },
    null,
    2,
  ),
  'fleet.json': JSON.stringify({ name: 'fleet', names: { tug: {} } }),
  'tugs.json': JSON.stringify({ name: 'tugs', rules: [{ id: 'sank', match: '[<topic>#Tug] sank' }] }),
  'gold.jsonl': [
    JSON.stringify({
      id: 1,
      text,
      published: '2023-08-30',
      dates: [{ start: 27, end: 38, type: 'date', value: '2023-09-07' }],
    }),
    JSON.stringify({
      id: 2,
      text,
      entities: [
        { start: 0, end: 6, type: 'person' },
        { start: 18, end: 23, type: 'port' },
      ],
    }),
  ].join('\n'),
  'said.jsonl': '{"id":1,"dates":[{"start":27,"end":36,"type":"date","value":"2023-09"}]}',
  'gold.conll': 'Lavrov B-PER\nwill O\nvisit O\nDhaka B-city\n. O\n',
  'wrong.jsonl': '{"id":1,"text":"Dhaka","published":"Monday","dates":[]}',
}
mkdirSync(join(folder, 'timebank'))
writeFileSync(
  join(folder, 'timebank/a.tml'),
  '<TimeML><DCT><TIMEX3 value="2023-08-30" functionInDocument="CREATION_TIME">30/8</TIMEX3></DCT><TEXT>It began ' +
    '<TIMEX3 type="DATE" value="2023-08-29">yesterday</TIMEX3>.</TEXT></TimeML>',
)
writeFileSync(join(folder, 'timebank/README'), 'A licence.')
for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)

interface Run {
  code: number
  out: string
  err: string
}

function run(args: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, ...args], { cwd: folder }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })
}

const published = ['--published', '2023-08-30']
const story = extract(text, { published: '2023-08-30' })

test.each<[name: string, args: string[], input: string, out: RegExp | string]>([
  ['a file', ['extract', 'story.txt', ...published], '', `${JSON.stringify(story, null, 2)}\n`],
  ['a pipe', ['extract', ...published], text, `${JSON.stringify(story, null, 2)}\n`],
  ['a pipe by name', ['extract', '-', ...published], text, `${JSON.stringify(story, null, 2)}\n`],
  [
    'a selection of it',
    ['extract', 'story.txt', '--layers', 'dates,locations', '--min-confidence', '0.2', '--sentences', ...published],
    '',
    `${JSON.stringify(extract(text, { published: '2023-08-30', layers: ['dates', 'locations'], minConfidence: 0.2, sentences: true }), null, 2)}\n`,
  ],
  ['a table', ['extract', 'story.txt', '-f', 'table', ...published], '', /WHO.*Lavrov.*AGENDA.*visit to Dhaka/s],
  ['a format', ['extract', 'story.txt', '-f', 'csv', ...published], '', /^layer,id,.*\r\nentity,e1,person,Lavrov,/],
  [
    'trees',
    ['extract', 'story.txt', '-f', 'conllu'],
    '',
    /^# sent_id = 1\n# text = Lavrov will visit Dhaka on September 7\.\n1\tLavrov\tLavrov\tPROPN\tNNP\t/,
  ],
  ['parts of speech', ['extract', 'story.txt', '-f', 'conll', '--syntax'], '', /\nLavrov NNP -X- B-PER\n/],
  [
    'several, as lines',
    ['extract', 'story.txt', 'other.txt'],
    '',
    /^\{"file":"story.txt","story":\{.*\}\}\n\{"file":"other.txt",.*\}\n$/,
  ],
  [
    'several, as tables',
    ['extract', 'story.txt', 'other.txt', '-f', 'table'],
    '',
    /^==> story.txt <==\n.*\n==> other.txt <==\n/s,
  ],
  ['a page', ['extract', 'page.html', '-f', 'markdown'], '', /^# Lavrov to visit Dhaka\n\nPublished 2023-08-30\.\n/],
  [
    'a page from a pipe',
    ['extract', '--html', '-f', 'markdown'],
    String(files['page.html']),
    /^# Lavrov to visit Dhaka\n/,
  ],
  ['a page with another date', ['extract', 'page.html', '--published', '2024-09-01'], '', /"2024-09-07"/],
  ['a page in another encoding', ['extract', 'latin.html'], '', /"Zürich"/],
  ['rules of JSON', ['extract', '--rules', 'rules.json'], 'The Ursa Major sank.', /"type": "vessel"/],
  ['rules of a module', ['extract', '--rules', 'rules.mjs'], 'The Ursa Major sank.', /"type": "vessel"/],
  ['day first', ['extract', '--day-first'], 'It began on 07/09/2023.', /"value": "2023-09-07"/],
  ['rules check', ['rules', 'check', 'rules.json'], '', 'rules.json: shipping: 1 rule, 1 name, 0 places\n'],
  [
    'rules test',
    ['rules', 'test', 'rules.json', 'rules.mjs'],
    '',
    /^rules.json: shipping: 2 sentences as they should be\nrules.mjs: /,
  ],
  [
    'rules check of sets that go together',
    ['rules', 'check', 'tugs.json', 'fleet.json'],
    '',
    'tugs.json: tugs: 1 rule, 0 names, 0 places\nfleet.json: fleet: 0 rules, 0 names, 0 places\n',
  ],
  [
    'explain a near miss',
    ['explain', '-', '--find', 'call', '--rules', 'near.json'],
    'She will call in Murmansk.',
    /~ call in {2}visit {2}shipping\/call, a near miss\n {4}stopped at character 16 of its pattern: expected at, found "in" \(#Preposition\)\n {4}\[<visit>\{call\}\] at\n {20}\^\^\n/,
  ],
  [
    'explain',
    ['explain', 'story.txt', '--find', 'September', ...published],
    '',
    /^✓ September 7 {2}date 2023-09-07 {2}dates\/month-day\+nearest, \d\d %\n/,
  ],
  [
    'explain as JSON',
    ['explain', 'story.txt', '--at', '27', '--json', ...published],
    '',
    /^\[\n {2}\{\n {4}"layer": "dates"/,
  ],
  ['help', ['--help'], '', /Usage: nutgraf.*extract.*batch.*rules.*explain.*evaluate.*Example:/s],
  ...['extract', 'batch', 'serve', 'mcp', 'rules', 'rules check', 'rules test', 'explain', 'evaluate'].map(
    (command): [string, string[], string, RegExp] => [
      `help of ${command}`,
      [...command.split(' '), '--help'],
      '',
      /Usage: nutgraf.*Examples?:\n {2}nutgraf/s,
    ],
  ),
  [
    'evaluate a folder of TimeML',
    ['evaluate', 'dates', 'timebank'],
    '',
    /^1 document\n.*\nvalue +100\.00 +100\.00 +100\.00 +1 +1 +1\n/s,
  ],
  [
    'evaluate columns, with a label of their own',
    ['evaluate', 'entities', 'gold.conll', '--label', 'city=location', '--json'],
    '',
    /^\{\n {2}"layer": "entities",\n {2}"scheme": "conll",\n {2}"documents": 1,\n {2}"ratios": \{\n {4}"strict": \{\n {6}"precision": 1,/,
  ],
  ['evaluate columns from a pipe', ['evaluate', 'entities', '-'], 'Dhaka B-LOC\n', /^1 document\n/],
  ['version', ['--version'], '', /^\d+\.\d+\.\d+\n$/],
])('%s: results on standard output, nothing else', async (_, args, input, out) => {
  const { code, out: printed, err } = await run(args, input)
  expect(err).toBe('')
  expect(printed).toMatch(out instanceof RegExp ? out : /./)
  if (typeof out === 'string') expect(printed).toBe(out)
  expect(code).toBe(0)
})

test.each<[name: string, args: string[], code: 1 | 2, err: RegExp]>([
  ['no command', [], 2, /Usage: nutgraf/],
  ['an unknown command', ['extrakt'], 2, /unknown command 'extrakt'/],
  ['an unknown option', ['extract', '--publshed', '2023'], 2, /unknown option '--publshed'.*--published/s],
  ['an unknown format', ['extract', '-f', 'xml'], 2, /Allowed choices are table, json, html, .*, tsv\./],
  [
    'a wrong date',
    ['extract', '--published', 'yesterday'],
    2,
    /published: expected a date as "2023-08-30" \(ISO 8601\), got "yesterday"/,
  ],
  ['an unknown rule', ['extract', '--without', 'english/nonsense'], 2, /english\/nonsense/],
  ['an unknown layer', ['extract', '--layers', 'dates,people'], 2, /expected some of entities,dates,locations/],
  ['a share of more than all', ['extract', '--min-confidence', '90'], 2, /expected a number from 0 to 1/],
  ['a wrong zone', ['extract', '--time-zone', 'Mars'], 2, /expected an IANA time zone/],
  [
    'several files without a folder',
    ['extract', 'story.txt', 'other.txt', '-f', 'html'],
    2,
    /need a folder: --out FOLDER/,
  ],
  [
    'two files of one name',
    ['extract', 'story.txt', 'story.md', '-o', 'out'],
    2,
    /two of the files would be written to out\/story\.json/,
  ],
  [
    'a text among the rules',
    ['extract', '--rules', 'rules.json', 'story.txt'],
    1,
    /story\.txt: expected a rule set.*name texts before --rules/,
  ],
  ['a wrong port', ['serve', '--port', '70000'], 2, /--port 70000: ports end at 65535/],
  ['a wrong size', ['serve', '--max-size', '2gb'], 2, /expected a size as 500kb or 2mb, up to 256mb/],
  ['a time limit without workers', ['serve', '--workers', '0', '--time-limit', '5'], 2, /timeLimit: it needs workers/],
  ['nowhere to explain', ['explain', 'story.txt'], 2, /say where: either --at OFFSET or --find WORDS/],
  ['words that are not there', ['explain', 'story.txt', '--find', 'Paris'], 2, /the text has no "Paris"/],
  ['a place behind the end', ['explain', 'story.txt', '--at', '99'], 2, /the text ends at 39, before --at 99/],
  ['no file', ['extract', 'missing.txt'], 1, /missing\.txt: there is no such file/],
  ['a folder', ['extract', '.'], 1, /it is a folder, not a file/],
  ['no UTF-8', ['extract', 'latin.txt'], 1, /latin\.txt: expected text in UTF-8/],
  ['a page without an article', ['extract', 'empty.html'], 1, /the page has no article: no paragraph of running text/],
  ['rules that are not there', ['extract', '--rules', 'missing.mjs'], 1, /missing\.mjs: there is no such file/],
  ['broken rules', ['extract', 'story.txt', '--rules', 'broken.json'], 1, /broken\.json:1:2: .*JSON/],
  [
    'rules check',
    ['rules', 'check', 'wrong.json', 'broken.json', 'missing.json', 'many.json'],
    1,
    /wrong\.json:1:\d+: shipping\.rules\.0\.match: .*broken\.json:1:2: .*missing\.json: there is no such file or folder\n.*many\.json:3:11: many: unknown key "nmes".*many\.json:6:13: many\.rules\.0\.id: .*many\.json:7:16: many\.rules\.0\.match: /s,
  ],
  ['rules check, a comma too many', ['rules', 'check', 'comma.json'], 1, /comma\.json:3:1: .*no comma after the last/],
  [
    'rules check, a sentence that fails',
    ['rules', 'check', 'near.json'],
    1,
    /near\.json:15:9: shipping\.rules\.0\.yes\.0: .*; stopped at character 16 of its pattern: expected at, found "in" \(#Preposition\)\n/,
  ],
  ['rules check, a type of no set', ['rules', 'check', 'tugs.json'], 1, /tugs\.rules\.0\.match: unknown tag #Tug/],
  [
    'rules test',
    ['rules', 'test', 'failing.json'],
    1,
    /shipping\.rules\.0\.no\.0: expected nothing, got "She will \[visit call\] at Murmansk\."/,
  ],
  [
    'an unknown layer',
    ['evaluate', 'names', 'gold.jsonl'],
    2,
    /Allowed choices are entities, dates, locations, agenda\./,
  ],
  ['nothing to evaluate', ['evaluate', 'dates'], 2, /missing required argument 'file'/],
  [
    'a wrong label',
    ['evaluate', 'entities', 'gold.conll', '--label', 'city'],
    2,
    /expected one as corporation=organization/,
  ],
  [
    'predictions to save',
    ['evaluate', 'dates', 'gold.jsonl', '--predictions', 'said.jsonl', '--save', 'x'],
    2,
    /--save writes/,
  ],
  ['a column before the first', ['evaluate', 'entities', 'gold.conll', '--tag', '0'], 2, /columns are counted from 1/],
  [
    'a set to save over',
    ['evaluate', 'dates', 'gold.jsonl', '--save', 'gold.jsonl'],
    2,
    /gold\.jsonl would be written over/,
  ],
  ['an unknown label', ['evaluate', 'entities', 'gold.conll'], 1, /gold\.conll:4: the label city is not known/],
  [
    'a layer that columns lack',
    ['evaluate', 'dates', 'gold.conll'],
    1,
    /gold\.conll: expected TimeML, well-formed XML/,
  ],
  ['a layer that nobody annotated', ['evaluate', 'agenda', 'gold.jsonl'], 1, /no document is annotated with agenda/],
  ['one set twice', ['evaluate', 'dates', 'gold.jsonl', 'gold.jsonl'], 1, /two documents have the id 1/],
  ['a document without a proper date', ['evaluate', 'dates', 'wrong.jsonl'], 1, /document 1: .*got "Monday"/],
  [
    'a format that has no such layer',
    ['evaluate', 'agenda', 'gold.jsonl', '--format', 'timeml'],
    1,
    /timeml has no agenda/,
  ],
  ['a folder without sets', ['evaluate', 'locations', 'timebank'], 1, /the folder has no files of locations/],
])('%s: told on standard error', async (_, args, code, err) => {
  const run_ = await run(args)
  expect(run_.err).toMatch(err)
  expect(run_.out).toBe('')
  expect(run_.code).toBe(code)
})

test('a file that is wrong does not stop the others', async () => {
  const { code, out, err } = await run(['extract', 'missing.txt', 'story.txt', 'latin.txt', 'other.txt'])
  expect(
    out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).file),
  ).toEqual(['story.txt', 'other.txt'])
  expect(err.match(/nutgraf: /g)?.length).toBe(2)
  expect(code).toBe(1)
})

test('a folder gets a file for each input', async () => {
  const { code, out, err } = await run(['extract', 'story.txt', 'page.html', '-f', 'geojson', '--out', 'maps/new'])
  expect([code, out, err]).toEqual([0, '', ''])
  expect(readdirSync(join(folder, 'maps/new')).sort()).toEqual(['page.geojson', 'story.geojson'])
  expect(JSON.parse(readFileSync(join(folder, 'maps/new/page.geojson'), 'utf8')).features[0].properties.name).toBe(
    'Dhaka',
  )
})

test('no colours in a pipe', async () => {
  expect((await run(['extract', 'story.txt', '-f', 'table'])).out).not.toContain('\x1b')
})

test('a reader that closes early is no error', async () => {
  const { stdout, stderr } = await new Promise<{ stdout: string; stderr: string }>((resolve) =>
    execFile(
      'sh',
      ['-c', `"${process.execPath}" "${cli}" extract story.txt story.md other.txt | head -c 20`],
      { cwd: folder },
      (_, stdout, stderr) => resolve({ stdout, stderr }),
    ),
  )
  expect(stdout).toBe('{"file":"story.txt",')
  expect(stderr).toBe('')
})

test('evaluate tells what it leaves out, and lists errors', async () => {
  const { code, out, err } = await run(['evaluate', 'entities', 'gold.jsonl', '--errors', '1'])
  expect(err).toBe('1 document not annotated with entities\nnot counted by the scheme conll: port (1)\n')
  expect(out).toMatch(
    /^1 document\n.*\nspurious {2}2 {2}Lavrov will visit \[Dhaka\] on September 7\. {2}\(said LOC\)\n$/s,
  )
  expect(code).toBe(0)
})

test('what evaluate saves scores the same, and other predictions do not', async () => {
  const figures = async (...more: string[]) =>
    JSON.parse((await run(['evaluate', 'dates', 'gold.jsonl', '--json', ...more])).out)
  const own = await figures('--save', 'own.jsonl')
  expect(readFileSync(join(folder, 'own.jsonl'), 'utf8')).toBe(
    '{"id":1,"dates":[{"start":27,"end":38,"type":"date","value":"2023-09-07"}]}\n',
  )
  expect(await figures('--predictions', 'own.jsonl')).toEqual(own)
  expect([own.ratios.value.f1, (await figures('--predictions', 'said.jsonl')).ratios.value.f1]).toEqual([1, 0])
})

test('each option of extract has its flag', () => {
  const { options } = addStoryOptions(addReadingOptions(new Command()))
  expect(options.map((option) => option.attributeName())).toEqual(expect.arrayContaining([...optionKeys]))
})
