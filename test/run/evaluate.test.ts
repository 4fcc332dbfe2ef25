import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toConll } from '../../src/api/formats.ts'
import { extract } from '../../src/api/index.ts'
import { unmark } from '../../src/base/brackets.ts'
import { readConll } from '../../src/run/evaluate/conll.ts'
import { evaluate } from '../../src/run/evaluate/evaluate.ts'
import type { Score } from '../../src/run/evaluate/figures.ts'
import { readGoldLines, readPredictionLines } from '../../src/run/evaluate/jsonl.ts'
import { type ScoredLayer, scoredLayers } from '../../src/run/evaluate/layers.ts'
import { predictionOf } from '../../src/run/evaluate/predict.ts'
import type { Gold, Prediction } from '../../src/run/evaluate/schema.ts'
import { readTimeMl } from '../../src/run/evaluate/timeml.ts'
import { readGoldToponyms } from '../../src/run/evaluate/toponyms.ts'

/** Names of a document, each with its type. */
const named = ({ text, entities = [] }: Gold) => entities.map(({ start, end, type }) => [type, text.slice(start, end)])

test.each<[what: string, rows: string, text: string, names: string[][]]>([
  [
    'IOB2',
    'EU B-ORG\nofficials O\nmet O\nAmy B-PER\nLi I-PER\n. O',
    'EU officials met Amy Li.',
    [
      ['organization', 'EU'],
      ['person', 'Amy Li'],
    ],
  ],
  [
    'IOB1, one behind the other',
    'Rome I-LOC\nPisa B-LOC\nBonn I-ORG',
    'Rome Pisa Bonn',
    [
      ['location', 'Rome'],
      ['location', 'Pisa'],
      ['organization', 'Bonn'],
    ],
  ],
  [
    'BIOES',
    'UN S-ORG\nin O\nNew B-LOC\nYork E-LOC\nYork S-LOC',
    'UN in New York York',
    [
      ['organization', 'UN'],
      ['location', 'New York'],
      ['location', 'York'],
    ],
  ],
  [
    'BILOU',
    'New B-LOC\nYork L-LOC\nUN U-ORG',
    'New York UN',
    [
      ['location', 'New York'],
      ['organization', 'UN'],
    ],
  ],
  ['four columns', '-DOCSTART- -X- -X- O\n\nRome NNP B-NP B-LOC\nwon VBD B-VP O', 'Rome won', [['location', 'Rome']]],
  ['tabs, Windows line ends', 'New York\tB-LOC\r\nwon\tO\r\n', 'New York won', [['location', 'New York']]],
  [
    'labels of OntoNotes',
    'French B-NORP\non O\nMonday B-DATE\nin O\nRome B-GPE',
    'French on Monday in Rome',
    [
      ['group', 'French'],
      ['location', 'Rome'],
    ],
  ],
  [
    'a headline and a sentence',
    'RATES O\nRISE O\n\nBonn B-LOC\nagreed O\n. O\n\nRome B-LOC\ntoo O',
    'RATES RISE\nBonn agreed. Rome too',
    [
      ['location', 'Bonn'],
      ['location', 'Rome'],
    ],
  ],
  [
    'signs',
    "-LRB- O\nUN B-ORG\n-RRB- O\n`` O\nNo O\n, O\n'' O\nit O\nsaid O\n: O\n$ O\n5 O\n% O",
    '(UN) "No," it said: $5%',
    [['organization', 'UN']],
  ],
  [
    'straight quotes, possessives',
    "\" O\nIran B-LOC\n's O\nor O\nNixons B-PER\n' O\nwar O\n\" O\nhe O\ndid O\nn't O",
    "\"Iran's or Nixons' war\" he didn't",
    [
      ['location', 'Iran'],
      ['person', 'Nixons'],
    ],
  ],
  [
    'curly quotes, an apostrophe by itself',
    '“ O\nUNICEF B-ORG\n’ O\ns O\nwork O\n” O\nhe O\nsaid O',
    '“UNICEF’s work” he said',
    [['organization', 'UNICEF']],
  ],
  ['the sentence as it was', '# text = It—Rome.\nIt O\n— O\nRome B-LOC\n. O', 'It—Rome.', [['location', 'Rome']]],
  ['a token that is a hash', '# O\n1 O\nRome B-LOC', '#1 Rome', [['location', 'Rome']]],
])('columns: %s', (_, rows, text, names) => {
  const [document, ...others] = readConll(rows, 'a.conll')
  expect([document!.text, named(document!), others.length]).toEqual([text, names, 0])
})

test.each<[what: string, rows: string, texts: string[]]>([
  ['-DOCSTART-', '-DOCSTART- O\n\nRome B-LOC\n\n-DOCSTART- O\n\nBonn B-LOC\n', ['Rome', 'Bonn']],
  ['# newdoc', '# newdoc id = 1\n# sent_id = 1\nRome B-LOC\n\n# newdoc id = 2\nBonn B-LOC\n', ['Rome', 'Bonn']],
  ['neither', 'Rome B-LOC\n\nBonn B-LOC\n', ['Rome\nBonn']],
  ['nothing', '\n\n', []],
])('columns, documents by %s', (_, rows, texts) => {
  expect(readConll(rows, 'a.conll').map(({ text }) => text)).toEqual(texts)
})

test('columns and labels of your own', () => {
  const rows = '1 Rome B-town x\n2 won O x\n3 Acme B-firm x\n4 Co I-firm x\n5 day B-day x'
  const labels = new Map([
    ['town', 'location'],
    ['firm', 'organization'],
    ['day', null],
  ])
  expect(readConll(rows, 'a.conll', { token: 2, tag: 3, labels }).map(named)).toEqual([
    [
      ['location', 'Rome'],
      ['organization', 'Acme Co'],
    ],
  ])
})

test.each([
  ['Rome', 'a.conll:1: expected a token and its tag in columns, got "Rome"'],
  ['Rome O\nBonn LOC', 'a.conll:2: expected a tag as O, B-PER or I-PER, got "LOC"; --tag says which column has it'],
  ['Rome B-', 'a.conll:1: expected a tag as O, B-PER or I-PER, got "B-"'],
  ['Acme B-firm', 'a.conll:1: the label firm is not known; say what it is, as --label firm=organization'],
])('columns refused: %j', (rows, message) => {
  expect(() => readConll(rows, 'a.conll')).toThrow(message)
})

test('what toConll writes is read back', () => {
  const text =
    'Russian Foreign Minister Sergey Lavrov met U.N. officials in Dhaka (Bangladesh) on Friday. "Good," he said.'
  const story = extract(text)
  const [document] = readConll(toConll(story, text), 'a.conll')
  expect(document!.text).toBe(text)
  expect(evaluate('entities', [document!], ({ id }) => predictionOf(id, story, 'entities')).ratios.strict!.f1).toBe(1)
})

const dated = '<TIMEX3 tid="t0" type="DATE" value="1998-01-08" functionInDocument="CREATION_TIME">1/8</TIMEX3>'
test.each<[what: string, xml: string, gold: Partial<Gold>]>([
  [
    'TempEval-3',
    `<?xml version="1.0"?><TimeML><DOCID>ABC</DOCID><DCT>${dated}</DCT><TEXT>\nAT&amp;T <EVENT eid="e1">rose</EVENT> <TIMEX3 tid="t1" type="DATE" value="1998-01-06">on <b>Tuesday</b></TIMEX3>.</TEXT><MAKEINSTANCE/></TimeML>`,
    {
      id: 'ABC',
      published: '1998-01-08',
      text: '\nAT&T rose on Tuesday.',
      dates: [{ start: 11, end: 21, type: 'date', value: '1998-01-06' }],
    },
  ],
  [
    'TimeBank 1.2, with its dateline in the text',
    `<TimeML>${dated} It rose <TIMEX3 type="DURATION" value="P2D">two days</TIMEX3><TIMEX3 type="DATE" value="X"/></TimeML>`,
    {
      id: 'b.tml',
      published: '1998-01-08',
      text: '1/8 It rose two days',
      dates: [
        { start: 0, end: 3, type: 'date', value: '1998-01-08', optional: true },
        { start: 12, end: 20, type: 'duration', value: 'P2D' },
      ],
    },
  ],
  ['no date', '<TimeML><TEXT>No.</TEXT></TimeML>', { id: 'b.tml', published: null, text: 'No.', dates: [] }],
])('TimeML: %s', (_, xml, gold) => {
  expect(readTimeMl(xml, 'b.tml')).toEqual(gold)
})

test.each([
  ['<TimeML><TEXT>', /^b\.tml: expected TimeML, well-formed XML: .*unclosed tag/],
  ['<TimeML>AT&T</TimeML>', /^b\.tml: expected TimeML, well-formed XML: 1:\d+/],
  ['<html></html>', /^b\.tml: expected a TimeML element, got html$/],
  ['', /^b\.tml: expected/],
])('TimeML refused: %s', (xml, message) => {
  expect(() => readTimeMl(xml, 'b.tml')).toThrow(message)
})

const lgl = `<?xml version="1.0"?><articles>
  <article docid="40"><title>Rome</title><dltime>2009-03-20 12:24:52-05</dltime>
    <text><![CDATA[Rome, N.Y. & Ithaca; no Rome.]]></text>
    <toponyms count="2">
      <toponym><start>0</start><end>4</end><phrase>Rome</phrase>
        <gaztag geonameid="5"><name>Rome City</name><lat>43.2</lat><lon>-75.5</lon><country geonameid="6">United States</country></gaztag></toponym>
      <toponym><start>13</start><end>19</end><phrase>Ithaca</phrase></toponym>
    </toponyms></article></articles>`
const geoVirus = `<articles><article><source>x</source><text>In Zaïre &amp; Sudan</text><locations>
  <location><name>Sudan</name><altName>Soudan</altName><start>12</start><end>17</end><lat>15</lat><lon>32</lon></location>
  <location><name>Congo</name><start>3</start><end>8</end></location></locations></article></articles>`
test.each<[what: string, xml: string, gold: Gold]>([
  [
    'LGL',
    lgl,
    {
      ...{ id: '40', published: '2009-03-20', text: 'Rome, N.Y. & Ithaca; no Rome.' },
      locations: [
        { start: 0, end: 4, lat: 43.2, lon: -75.5 },
        { start: 13, end: 19 },
      ],
    },
  ],
  [
    'GeoVirus, an offset one too far, and words that are not there',
    geoVirus,
    {
      ...{ id: '1', published: null, text: 'In Zaïre & Sudan' },
      locations: [{ start: 11, end: 16, lat: 15, lon: 32 }],
    },
  ],
])('toponyms: %s', (_, xml, gold) => {
  expect(readGoldToponyms(xml, 'c.xml')).toEqual([gold])
})

test.each([
  ['<articles></articles>', 'c.xml: expected articles, got none'],
  ['<articles><article docid="7"></article></articles>', 'c.xml: expected a text in the article 7'],
  ['<articles>', 'c.xml: expected articles of LGL or GeoVirus, well-formed XML: '],
])('toponyms refused: %s', (xml, message) => {
  expect(() => readGoldToponyms(xml, 'c.xml')).toThrow(message)
})

test.each([
  ['{', /^s\.jsonl:1: expected one JSON object a line: /],
  ['\n{"id":"a"}', /^s\.jsonl:2\.text: /],
  [
    '{"id":"a","text":"Rome","entities":[{"start":0,"end":9,"type":"location"}]}',
    /^s\.jsonl:1\.entities\.0: expected start < end ≤ 4, the length of the text in UTF-16 code units, got 0 and 9$/,
  ],
  [
    '{"id":"a","text":"Rome","dates":[{"start":2,"end":2,"type":"date","value":""}]}',
    /^s\.jsonl:1\.dates\.0: expected start < end/,
  ],
  [
    '{"id":"a","text":"Rome","topics":[{"status":"planned"}]}',
    /^s\.jsonl:1\.topics\.0: expected "start" and "end", or "mentions"$/,
  ],
  ['{"id":"a","text":"Rome","events":[{"type":"party","start":0,"end":4}]}', /^s\.jsonl:1\.events\.0\.type: /],
  ['{"id":"a","text":"Rome","locations":[{"start":0,"end":4,"lat":91,"lon":0}]}', /^s\.jsonl:1\.locations\.0\.lat: /],
])('annotated lines refused: %s', (lines, message) => {
  expect(() => readGoldLines(lines, 's.jsonl')).toThrow(message)
})

test.each([
  ['{"id":"b"}', 'p.jsonl:1: no document of the set has the id "b"'],
  ['{"id":"a"}\n{"id":"a"}', 'p.jsonl:2: a second line for the document "a"'],
  ['{"id":"a","dates":[{"start":0,"end":5,"type":"date","value":"X"}]}', 'p.jsonl:1.dates.0: expected start < end ≤ 4'],
])('predictions refused: %s', (lines, message) => {
  expect(() => readPredictionLines(lines, 'p.jsonl', [{ id: 'a', text: 'Rome' }])).toThrow(message)
})

/** What was said of one document, scored. */
const scoreOf = (layer: ScoredLayer, gold: Omit<Gold, 'id'>, said: Omit<Prediction, 'id'>): Score =>
  evaluate(layer, [{ id: 'a', ...gold }], () => ({ id: 'a', ...said }))

/** `[right, predicted, gold]` of the ratios that are named. */
const counts = ({ ratios }: Score, ...names: string[]) =>
  names.map((name) => [ratios[name]!.right, ratios[name]!.predicted, ratios[name]!.gold])

test.each<[what: string, gold: string, said: string, strict: number[], span: number[], untyped: number[]]>([
  [
    'right',
    '[person Amy Li] in [location Rome]',
    '[person Amy Li] in [location Rome]',
    [2, 2, 2],
    [2, 2, 2],
    [2, 2, 2],
  ],
  ['another type', '[person Amy Li] in Rome', '[organization Amy Li] in Rome', [0, 1, 1], [1, 1, 1], [1, 1, 1]],
  ['another span', '[person Amy Li] in Rome', 'Amy [person Li] in Rome', [0, 1, 1], [0, 1, 1], [1, 1, 1]],
  ['missed and spurious', '[person Amy Li] in Rome', 'Amy Li in [location Rome]', [0, 1, 1], [0, 1, 1], [0, 1, 1]],
  [
    'a facility is a place or an organization',
    '[facility Amy Li] in [location Rome]',
    '[organization Amy Li] in [facility Rome]',
    [2, 2, 2],
    [2, 2, 2],
    [2, 2, 2],
  ],
  ['one class', '[group Amy Li] in [law Rome]', '[work Amy Li] in [misc Rome]', [2, 2, 2], [2, 2, 2], [2, 2, 2]],
  ['not counted', '[money Amy Li] in [vessel Rome]', 'Amy Li in [date Rome]', [0, 0, 0], [0, 0, 0], [0, 0, 0]],
])('names: %s', (_, gold, said, ...expected) => {
  const entitiesOf = (source: string) => unmark(source).spans.map(({ name, ...span }) => ({ ...span, type: name }))
  const score = scoreOf(
    'entities',
    { text: unmark(gold).text, entities: entitiesOf(gold) },
    { entities: entitiesOf(said) },
  )
  expect(counts(score, 'strict', 'span', 'partial, untyped')).toEqual(expected)
})

const days = 'on September 7 and 8'
const seventh = { start: 3, end: 14, type: 'date', value: '2023-09-07' }
const eighth = { start: 19, end: 20, type: 'date', value: '2023-09-08' }
test.each<[what: string, said: Prediction['dates'], strict: number, relaxed: number, type: number, value: number]>([
  ['right', [seventh, eighth], 2, 2, 2, 2],
  ['one over both', [{ ...seventh, end: 20 }], 0, 1, 1, 1],
  ['another value', [{ ...seventh, value: '2022-09-07' }], 1, 1, 1, 0],
  ['another type', [{ ...seventh, type: 'time' }], 1, 1, 0, 1],
  ['types in capitals', [{ ...seventh, type: 'DATE' }], 1, 1, 1, 1],
  ['nothing', [], 0, 0, 0, 0],
])('dates: %s', (_, said = [], ...right) => {
  const score = scoreOf('dates', { text: days, dates: [seventh, eighth] }, { dates: said })
  expect(counts(score, 'strict', 'relaxed', 'type', 'value')).toEqual(right.map((n) => [n, said.length, 2]))
})

test('what is optional costs nothing, found or missed', () => {
  const gold = { text: days, dates: [seventh, { ...eighth, optional: true }] }
  for (const said of [[seventh], [seventh, eighth], [seventh, { ...eighth, start: 15 }]])
    expect(counts(scoreOf('dates', gold, { dates: said }), 'strict')).toEqual([[1, 1, 1]])
})

const rome = { start: 0, end: 4, lat: 41.9, lon: 12.5 }
test.each<[what: string, said: Prediction['locations'], exact: number, overlap: number, within: number]>([
  ['right', [rome], 1, 1, 1],
  ['150 km off', [{ ...rome, lat: 43.25 }], 1, 1, 1],
  ['170 km off', [{ ...rome, lat: 43.43 }], 1, 1, 0],
  ['no point', [{ start: 0, end: 4 }], 1, 1, 0],
  ['across', [{ ...rome, end: 12 }], 0, 1, 1],
  ['elsewhere', [{ ...rome, start: 5, end: 9 }], 0, 0, 0],
])('toponyms: %s', (_, said, exact, overlap, within) => {
  const score = scoreOf(
    'locations',
    { text: 'Rome and its', locations: [rome, { start: 9, end: 12 }] },
    { locations: said },
  )
  expect(counts(score, 'exact', 'overlap')).toEqual([
    [exact, 1, 2],
    [overlap, 1, 2],
  ])
  // A toponym that nobody has placed is not asked for.
  expect(score.distances!['overlap, all']).toMatchObject({ toponyms: 1, accuracy161: within })
})

test('the area under the errors is 0 where all are right and 1 where all are missed', () => {
  const gold = { text: 'Rome Rome', locations: [rome, { ...rome, start: 5, end: 9 }] }
  const area = (said: Prediction['locations']) =>
    scoreOf('locations', gold, { locations: said }).distances!['exact, all']!.auc
  expect([area(gold.locations), area([])]).toEqual([0, 1])
})

const agenda = {
  text: 'They will visit Rome for talks on grain and gas prices.',
  topics: [
    { start: 34, end: 39, status: 'planned', event: 'v1' },
    { start: 44, end: 54, status: 'planned', event: 'v2' },
  ],
  events: [
    { id: 'v1', type: 'visit' as const, status: 'planned', start: 10, end: 15, participants: [{ start: 0, end: 4 }] },
    { id: 'v2', type: 'meeting' as const, status: 'planned', mentions: [{ start: 25, end: 30 }] },
  ],
}
test.each<
  [
    what: string,
    said: Omit<Prediction, 'id'>,
    topics: number,
    exact: number,
    event: number,
    events: number,
    who: number,
  ]
>([
  ['right', agenda, 2, 2, 2, 2, 1],
  ['half of the words', { ...agenda, topics: [{ ...agenda.topics[1]!, end: 47 }] }, 1, 0, 1, 2, 1],
  [
    'fewer than half',
    {
      ...agenda,
      topics: [
        { start: 30, end: 39, event: 'v1' },
        { start: 34, end: 54 },
      ],
    },
    2,
    0,
    1,
    2,
    1,
  ],
  ['another event', { ...agenda, topics: [{ ...agenda.topics[0]!, event: 'v2' }] }, 1, 1, 0, 2, 1],
  ['no events', { topics: agenda.topics }, 2, 2, 0, 0, 0],
  ['nothing', {}, 0, 0, 0, 0, 0],
])('agenda: %s', (_, said, ...right) => {
  const { ratios, shares } = scoreOf('agenda', agenda, said)
  const names = ['topics, relaxed', 'topics, exact', 'events', 'participants'] as const
  const [relaxed, exact, events, who] = names.map((name) => ratios[name]!.right)
  expect([relaxed, exact, shares['event of a topic']!.right, events, who]).toEqual(right)
})

test('a story without a topic that is kept silent is all right', () => {
  const score = scoreOf('agenda', { text: 'No.', topics: [], events: [] }, {})
  expect([score.ratios['topics, relaxed']!.f1, score.shares['stories without a topic kept silent']!.right]).toEqual([
    1, 1,
  ])
})

// The same figures as those of the scorers that the project was given, where they are beside it.
const scorers = new URL('../../../shared/eval/', import.meta.url)
interface Nested {
  [name: string]: Nested
}
/** Precision, recall, F1 and counts, under the names that either gives them. */
const same = ({ precision, p, recall, r, f1, right, tp, match, matched, predicted, pred, gold }: Nested) => [
  ...[precision ?? p, recall ?? r, f1, right ?? tp ?? match ?? matched, predicted ?? pred, gold],
]
const all = (list: Nested) => Object.values(list).map(same)

/** What is compared: ours, and theirs. */
const figures: Record<ScoredLayer, [(score: Nested) => unknown, (result: Nested) => unknown]> = {
  entities: [
    ({ ratios, confusions }) => {
      const { strict, span, 'partial, untyped': partial, 'partial, typed': typed, ...classes } = ratios!
      return [[strict!, span!, partial!, typed!].map(same), all(classes), Object.values(confusions!)]
    },
    ({ micro, span, partial, partialTyped, perType, confusion }) => [
      [micro!, span!, partial!, partialTyped!].map(same),
      all(perType!),
      Object.values(confusion!),
    ],
  ],
  dates: [
    ({ ratios, shares }) => [
      [ratios!.strict!, ratios!.relaxed!, ratios!.type!, ratios!.value!].map(same),
      Object.fromEntries(Object.entries(shares!).map(([name, { share }]) => [name, share])),
    ],
    ({ strict, relaxed, type, value, typeAccuracy, valueAccuracy, perType }) => [
      [strict!, relaxed!, type!, value!].map(same),
      {
        'type of what is found': typeAccuracy,
        'value of what is found': valueAccuracy,
        ...Object.fromEntries(
          Object.entries(perType!).flatMap(([type, { relaxedRecall, strictRecall, valueRecall }]) => [
            [`  ${type}, found`, relaxedRecall],
            [`  ${type}, found with its span`, strictRecall],
            [`  ${type}, found with its value`, valueRecall],
          ]),
        ),
      },
    ],
  ],
  locations: [
    ({ ratios, distances }) => [all(ratios!), Object.values(distances!).map((one) => Object.values(one))],
    ({ recognition, resolution }) => {
      const { recognisedExact, endToEndExact, recognisedOverlap, endToEndOverlap } = resolution!
      const order = [recognisedExact!, endToEndExact!, recognisedOverlap!, endToEndOverlap!]
      return [all(recognition!), order.map((one) => Object.values(one))]
    },
  ],
  agenda: [
    ({ ratios, shares }) => [all(ratios!), Object.values(shares!).map(({ share }) => share)],
    (result) => {
      const { topicsRelaxed, topicsExact, events, participants, silentStories } = result
      const ratios = [topicsRelaxed!, topicsExact!, events!, participants!].map(same)
      const { topicStatusAccuracy, topicEventAccuracy, eventTypeAccuracy, eventStatusAccuracy } = result
      const { kept, of } = silentStories!
      const silent = Number(of) ? Number(kept) / Number(of) : 0
      return [ratios, [topicStatusAccuracy, topicEventAccuracy, silent, eventTypeAccuracy, eventStatusAccuracy]]
    },
  ],
}

/** Sums in another order differ in their last digits. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, one) => (typeof one === 'number' ? Math.round(one * 1e9) / 1e9 : one))

describe.skipIf(!existsSync(scorers))('the figures of ../shared/eval', () => {
  async function compare(layer: ScoredLayer, gold: readonly Gold[], said: readonly Prediction[]) {
    const theirs = await import(new URL(`${layer}/score.mjs`, scorers).href)
    const byId = new Map(said.map((one) => [one.id, one]))
    const [ours, of] = figures[layer]
    const score = evaluate(layer, gold, ({ id }) => byId.get(id))
    expect(rounded(ours(score as unknown as Nested))).toEqual(
      rounded(of((theirs.score ?? theirs.scoreAgenda)(gold, said))),
    )
  }

  test.each<[ScoredLayer, string]>([
    ['entities', 'wikigold-dev'],
    ['entities', 'gum-news-dev'],
    ['dates', 'aquaint'],
    ['locations', 'geovirus'],
    ['agenda', 'dev'],
  ])('%s of %s', async (layer, name) => {
    const file = new URL(`${layer}/${name}.jsonl`, scorers)
    const gold = readGoldLines(readFileSync(file, 'utf8'), name)
    const said = gold.map(({ id, text, published }) =>
      predictionOf(id, extract(text, published ? { published } : {}), layer),
    )
    await compare(layer, gold, said)
  })

  const text = 'Amy Li of AT&T met Jo in Rome on Monday for talks on gas, grain and a “new” treaty.'
  const span = fc
    .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }))
  const list = <T extends object>(more: fc.Arbitrary<T>) =>
    fc.array(
      fc.tuple(span, more).map(([where, what]) => ({ ...where, ...what })),
      { maxLength: 6 },
    )
  const point = fc.option(
    fc.record({ lat: fc.integer({ min: -90, max: 90 }), lon: fc.integer({ min: -180, max: 180 }) }),
  )
  const status = fc.constantFrom('planned', 'held')
  const optional = fc.constantFrom({}, {}, {}, { optional: true })
  const eventsOf = (mentions: fc.Arbitrary<object>) =>
    fc.array(fc.tuple(mentions, fc.constantFrom('visit', 'meeting'), status, list(fc.constantFrom({}, { s: 'Jo' }))), {
      maxLength: 4,
    })
  const records: Record<ScoredLayer, (gold: boolean) => fc.Arbitrary<object>> = {
    entities: () =>
      fc.record({
        entities: list(
          fc.record({ type: fc.constantFrom('person', 'facility', 'LOC', 'organization', 'money', 'law') }),
        ),
      }),
    dates: () =>
      fc.record({
        dates: list(fc.record({ type: fc.constantFrom('date', 'DURATION'), value: fc.constantFrom('2023', 'P1D') })),
      }),
    locations: () => fc.record({ locations: list(point.map((where) => where ?? {})) }),
    agenda: (gold) =>
      fc.record({
        topics: list(
          fc
            .tuple(fc.record({ status, event: fc.constantFrom('v1', 'v2', null) }), gold ? optional : fc.constant({}))
            .map(([a, b]) => ({ ...a, ...b })),
        ),
        events: eventsOf(
          gold
            ? fc
                .tuple(
                  list(fc.constant({})).filter(({ length }) => length > 0),
                  optional,
                )
                .map(([mentions, o]) => ({ mentions, ...o }))
            : list(fc.constant({}))
                .filter(({ length }) => length > 0)
                .map((mentions) => ({ mentions })),
        ).map((events) =>
          events.map(([where, type, status, participants], i) => ({
            ...where,
            id: `v${i + 1}`,
            type,
            status,
            participants,
          })),
        ),
      }),
  }
  test.each(scoredLayers)('%s of any two that differ', async (layer) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(records[layer](true), records[layer](false)), { minLength: 1, maxLength: 3 }),
        (pairs) =>
          compare(
            layer,
            pairs.map(([gold], i) => ({ id: `a${i}`, text, ...gold })),
            pairs.map(([, said], i) => ({ id: `a${i}`, ...said })),
          ),
      ),
      { numRuns: 300 },
    )
  })
})
