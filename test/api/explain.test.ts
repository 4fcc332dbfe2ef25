import { expect, test } from 'vitest'
import { createExtractor, explain, extract, NutgrafError } from '../../src/api/index.ts'

const published = '2023-08-30'
const shipping = { name: 'shipping', names: { vessel: { 'Ursa Major': [] } }, places: [] }

const shown = (text: string, word: string, rules: object[] = []) =>
  createExtractor({ rules: rules as never })
    .explain(text, text.indexOf(word), { published })
    .map(({ text, as, source, stands, why }) => `${stands ? '+' : '-'} ${text} | ${as} | ${source} | ${why}`)

test.each<[string, string, object[], string[]]>([
  [
    'Talks begin on September 7, 2023.',
    'September',
    [],
    [
      '+ September 7, 2023 | date 2023-09-07 | dates/month-day+written | no other claim was stronger',
      '- September | date 2023-09 | dates/month+tense | dates/month-day+written takes more of the text',
    ],
  ],
  ['He met Angela Merkel.', 'Merkel', [], ['+ Angela Merkel | person | names/model | no other claim was stronger']],
  [
    'The Ursa Major sailed.',
    'Ursa',
    [shipping],
    ['+ Ursa Major | vessel | shipping/names | no other claim was stronger'],
  ],
  [
    'He left London.',
    'London',
    [{ name: 'fleet', names: { vessel: { London: [] } } }],
    [
      '+ London | vessel | fleet/names | no other claim was stronger',
      '- London | location | names/model | fleet/names is a rule of the user and wins',
    ],
  ],
  [
    'Football league: Luton 1 Rotherham 0.',
    'Luton',
    [],
    [
      '+ Luton | organization | names/team | no other claim was stronger',
      '- Luton | location | names/model | names/team stands in the same place',
    ],
  ],
  [
    'Officials in Cambridge met.',
    'Cambridge',
    [],
    [
      '+ Cambridge | location | gazetteer/context | no other claim was stronger',
      '- Cambridge | organization | names/model | gazetteer/context stands in the same place',
    ],
  ],
  [
    'June Carter sang. Fans kept June Carter Day in Ohio.',
    'June Carter Day',
    [{ name: 'music', dates: { 'June Carter Day': 'XXXX-06-23' } }],
    ['+ June Carter Day | date 2023-06-23 | music/dates | no other claim was stronger'],
  ],
  ['Nothing of it is here.', 'of', [], []],
])('%s: %s', (text, word, rules, expected) => {
  expect(shown(text, word, rules)).toEqual(expect.arrayContaining(expected))
})

const place = (name: string) => ({ name, places: [{ name: 'Luton', type: 'city', country: 'GB' }] })
const body = (name: string) => ({ name, names: { organization: { Cambridge: [] } } })
const visit = (name: string) => ({ name, rules: [{ id: 'visit-noun', match: '[<call>visit to] #Location' }] })

// Whatever a user calls a set, ours never speak for it.
test.each(['names', 'gazetteer', 'dates', 'english', 'amounts', 'topics', 'shipping'])('a set called %s', (name) => {
  expect(shown('Football league: Luton 1 Rotherham 0.', 'Luton', [place(name)])).toEqual(
    expect.arrayContaining([
      `+ Luton | location | ${name}/places | no other claim was stronger`,
      `- Luton | location | names/model | ${name}/places is a rule of the user and wins`,
    ]),
  )
  expect(shown('He studied in Cambridge.', 'Cambridge', [body(name)])).toEqual(
    expect.arrayContaining([
      `+ Cambridge | organization | ${name}/names | no other claim was stronger`,
      `- Cambridge | location | names/model | ${name}/names is a rule of the user and wins`,
    ]),
  )
  expect(shown('His visit to Dhaka ended.', 'visit', [visit(name)])).toEqual([
    `+ visit to | call | ${name}/visit-noun | no other claim was stronger`,
    `- visit | visit | english/stay-noun | ${name}/visit-noun is a rule of the user and wins`,
    `- visit | visit | english/visit-noun | ${name}/visit-noun is a rule of the user and wins`,
  ])
  const ours = shown('Football league: Luton 1 Rotherham 0.', 'Rotherham', [place(name)])
  expect(ours).toContain('+ Rotherham | organization | names/team | no other claim was stronger')
})

test('what stands comes first, and each that stands is in the story', () => {
  const text = 'Russian Foreign Minister Sergey Lavrov will visit Paris on September 7 for talks on trade.'
  const story = JSON.stringify(extract(text, { published }))
  for (let at = 0; at < text.length; at++) {
    const candidates = explain(text, at, { published })
    expect(candidates.map(({ stands }) => Number(stands))).toEqual(
      candidates.map(({ stands }) => Number(stands)).sort((a, b) => b - a),
    )
    for (const { start, end, stands, text: words } of candidates) {
      expect(text.slice(start, end)).toBe(words)
      expect(start <= at && at < end).toBe(true)
      if (stands) expect(story).toContain(words)
    }
  }
})

test('the places of a name', () => {
  const text = 'Talks were held in Paris.'
  const places = explain(text, text.indexOf('Paris'), { published }).filter(({ layer }) => layer === 'locations')
  expect(places[0]).toMatchObject({ as: 'city Paris (FR)', stands: true })
  expect(places.slice(1).every(({ stands, why }) => !stands && why === 'less likely here than city Paris (FR)')).toBe(
    true,
  )
})

test('one of the places that share a name and a country', () => {
  const text = 'He lives in Oxford, Ohio.'
  const places = explain(text, text.indexOf('Oxford'), { published }).filter(({ layer }) => layer === 'locations')
  expect(places.filter(({ stands }) => stands).length).toBe(1)
})

test.each([-1, 1.5, 99, Number.NaN])('an offset that is none is refused: %s', (at) => {
  expect(() => explain('abc', at)).toThrow(NutgrafError)
})
