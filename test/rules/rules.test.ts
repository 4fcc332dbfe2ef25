import fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { compiledJson } from '../../scripts/compiled-json.ts'
import { createExtractor, defineRules, NutgrafError } from '../../src/api/index.ts'
import { failuresOf } from '../../src/api/sentences.ts'
import { testRules } from '../../src/api/testing.ts'
import { keepLongest, type Span } from '../../src/base/span.ts'
import { compiledRules } from '../../src/data/rules.ts'
import { agenda } from '../../src/english/agenda.ts'
import { indexRules } from '../../src/rules/rule-index.ts'
import { openUserNames, type UserName, userNameCandidates } from '../../src/rules/user.ts'
import { readDocument } from '../../src/text/read.ts'

const published = '2023-08-30'

test('every built-in rule takes what its yes marks, and nothing of its no', () => {
  expect(failuresOf(agenda, createExtractor(), false)).toEqual([])
})

test('every built-in rule has an id of its own, a yes and a no', () => {
  const rules = agenda.rules ?? []
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  for (const { id, yes = [], no = [] } of rules) expect([id, yes.length > 0, no.length > 0]).toEqual([id, true, true])
})

test.each([
  ['(a (b|c))', '"(" at 3 stands inside another "(": compromise does not read nested ones'],
  ['~talks~', 'fuzzy words (~word~) are not supported'],
  ['@hasComma', 'methods (@method) are not supported'],
])('%s is refused', (match, message) => {
  expect(() => createExtractor({ rules: [{ name: 'arctic', rules: [{ id: 'a', match }] }] })).toThrow(message)
})

const refusal = (rules: object, ...more: object[]) => {
  try {
    createExtractor({ rules: [rules, ...more] as never })
  } catch (error) {
    if (error instanceof NutgrafError) return error.message
    throw error
  }
  return 'taken'
}
const withRule = (match: string, more: object = {}) =>
  refusal({ name: 'arctic', rules: [{ id: 'ice', match }], ...more })
const at = 'arctic.rules.0.match:'

test.each([
  ['[<topic>#Persn] met', 'unknown tag #Persn, did you mean #Person?; known are #Adjective'],
  ['[<vesel>#Noun] met', 'unknown group <vesel>'],
  ['[<metting>met] with', 'unknown group <metting>, did you mean meeting?; a type of your own is declared in "names"'],
  ['[#Noun] met', 'a group needs a name, as [<topic>#NounPhrase]'],
  ['[<topic>#Place] met', 'unknown tag #Place, did you mean #Location?; known are #Adjective'],
  ['[<topic>#Dat] met', 'unknown tag #Dat, did you mean #Date?; known are #Adjective'],
  ['on [<date>#Date]', 'unknown group <date>: no rule takes dates; name days in "dates"'],
  ['[<who>#Person] met', 'takes nothing: <who> is a role of an event, which needs a group too'],
  [
    'moscow, [<topic>russia]',
    '"moscow," fits nothing: patterns are read over words without the marks between them; leave , out',
  ],
  ['they met', 'takes nothing; put what is to be taken in a group, as [<topic>#NounPhrase]'],
  ['[<topic>ice?]', '"[<topic>ice?]" matches the empty string; one of its words must not be optional'],
  ['   ', 'expected a pattern, not an empty one, got "   "'],
  ['^', '"^" or "$" alone matches the empty string'],
  ['[<topic>ice|snow]', '"|" in "ice|snow" stands outside of brackets; write (a|b)'],
  ['[<topic>/(a)\\1/]', "/(a)\\1/ can't be run in linear time"],
  ['%Noun%', 'switches (%tag%) are not supported'],
  ['<Noun> [<topic>.]', 'chunks (<Noun>) are not supported'],
  ['!(a|b) [<topic>.]', '!(a|b) is not supported'],
  ['(a && b) [<topic>.]', '(a && b) is not supported'],
  ['!. [<topic>.]', '"!." matches nothing'],
  ['!a$ [<topic>.]', '"^" and "$" can\'t stand at a word that is negative or optional'],
  ['[<topic>/[/]', '"[<topic>/[/]" can\'t be read: Invalid regular expression'],
  ['[<topic>/(/]', '"[<topic>/(/]" can\'t be read: Invalid regular expression'],
  ['[<topic>/*/]', '"[<topic>/*/]" can\'t be read: Invalid regular expression'],
  ['[<topic>/\\/]', 'missing "/" for the one at 8'],
  ['[<topic>//]', 'nothing stands between the two "/" at 8'],
  ['[<topic>/(?i)sparta/]', '"[<topic>/(?i)sparta/]" can\'t be read'],
  ['[<topic>/\\Aoil/]', "/\\Aoil/ can't be run in linear time as it is meant"],
  ['[<topic>/[[:alpha:]]/]', "/[[:alpha:]]/ can't be run in linear time as it is meant"],
  ['[<topic>/oil/i]', '"/" in "/oil/i" has no meaning there'],
  ['(/a b/|c) [<topic>.]', 'the regular expression at 1 stands within "(…)"'],
  ['[<topic]x', 'a group needs a name'],
  ['[<>x]', 'a group needs a name'],
  ['[<topic>x', 'missing "]" for the "[" at 0'],
  ['[<topic>a [<topic>b]]', '"[" at 10 stands inside another "["'],
  ['([<topic>a|b] c)', 'a group begins and ends in the same alternative'],
  ['tanker{3,1} [<topic>.]', 'a count runs from the smaller to the larger number; write {1,3}'],
  ['tanker{0} [<topic>.]', 'a count of at most 0 matches nothing'],
  ['{} [<topic>.]', '"{}" is empty'],
  ['{/Verb} [<topic>.]', '{} is no word'],
  ['{call/Foo} [<topic>.]', '{call/Foo}: expected Verb, Noun or Adjective behind the "/"'],
  ['{shut down} [<topic>.]', '"{" in "{shut" has no meaning there'],
  ['ta{2}nker [<topic>.]', '"}" at 4 stands in the middle of a word'],
  ['(a{2}|b) [<topic>.]', 'the count at 2 stands within "(…)"'],
  ['() [<topic>.]', 'an alternative of "(" at 0 is empty'],
  ['(a|) [<topic>.]', 'the alternative behind "|" at 2 is empty'],
  ['what?! [<topic>.]', '"?" in "what?!" has no meaning there'],
  ['and/or [<topic>.]', 'missing "/" for the one at 3'],
  [`[<topic>${'ice '.repeat(260_000)}]`, 'pattern is too long (1040009 characters, at most 10000)'],
])('%# %.40s is refused', (match, message) => {
  expect(withRule(match)).toContain(`${at} ${message}`)
})

test.each<[string, object, object[], string]>([
  [
    'a list of names',
    { names: { vessel: ['Sparta'] } },
    [],
    'arctic.names.vessel: expected names with their other forms, as { "Sparta": ["MV Sparta"] }, got an array',
  ],
  [
    'a form that is no list',
    { names: { vessel: { Sparta: 'MV Sparta' } } },
    [],
    'arctic.names.vessel.Sparta: expected a list of other forms, as ["MV Sparta"] or [], got "MV Sparta"',
  ],
  [
    'a point as a list',
    { places: [{ name: 'Rooppur', type: 'city', coordinates: [24, 89] }] },
    [],
    'arctic.places.0.coordinates: expected a point, as { "lat": 24.07, "lon": 89.05 }, got an array',
  ],
  [
    'two ids',
    { rules: [1, 2].map(() => ({ id: 'ice', match: '[<topic>ice]' })) },
    [],
    'arctic.rules.1.id: "ice" is the id of rule 0 too; give each its own',
  ],
  [
    'two sets of one name',
    {},
    [{ name: 'arctic' }],
    'arctic: two rule sets have this name; sources would not tell them apart',
  ],
  ['an empty name', { names: { vessel: { ' ': [] } } }, [], 'arctic.names.vessel. : expected a name, not an empty one'],
  [
    'an empty alias',
    { names: { vessel: { Fram: [''] } } },
    [],
    'arctic.names.vessel.Fram.0: expected a name, not an empty one, got ""',
  ],
  [
    'a type with a capital',
    { names: { Vessel: {} } },
    [],
    'arctic.names.Vessel: expected a lower-case type, as vessel',
  ],
])('%s are refused', (_, set, more, message) => {
  expect(refusal({ name: 'arctic', ...set }, ...more)).toBe(message)
})

test('names of the language itself do no harm', () => {
  const set = JSON.parse(
    '{"name":"constructor","names":{"vessel":{"constructor":["__proto__"],"valueOf":[]},"constructor":{"hasOwnProperty":[]}},"categories":[{"code":"constructor","name":"toString","words":["__proto__","constructor"]}],"rules":[{"id":"constructor","match":"the [<constructor>toString]"},{"id":"two","match":"{haggle} over [<topic>#Constructor]"}]}',
  )
  const { extract } = createExtractor({ rules: [set] })
  const { entities } = extract('The toString and __proto__ of hasOwnProperty.')
  expect(entities.map(({ type, name }) => `${type} ${name}`)).toEqual([
    'constructor toString',
    'vessel constructor',
    'constructor hasOwnProperty',
  ])
  expect(Object.prototype).not.toHaveProperty('vessel')
  expect(({} as { vessel?: unknown }).vessel).toBeUndefined()
})

const throwing = (object: object, key: string) =>
  Object.defineProperty(object, key, {
    enumerable: true,
    get() {
      throw new TypeError('read')
    },
  })
const cycle: { name: string; ignore: unknown[] } = { name: 'arctic', ignore: [] }
cycle.ignore.push(cycle.ignore)
const { proxy: revoked, revoke } = Proxy.revocable({}, {})
revoke()

test.each<[string, unknown, string]>([
  ['nothing', null, 'rules: expected an object, got null'],
  ['an array', [], 'rules: expected an object, got an array'],
  ['a function', () => 1, 'rules: expected plain data, as from JSON.parse, got a function'],
  ['a symbol', Symbol('x'), 'rules: expected plain data, as from JSON.parse, got a symbol'],
  ['a Map', new Map(), 'rules: expected a plain object, as from JSON.parse, got an instance of a class'],
  [
    'a big number',
    { name: 'arctic', rules: 5n },
    'arctic.rules: expected plain data, as from JSON.parse, got a bigint',
  ],
  ['a key that is a symbol', { name: 'arctic', [Symbol('x')]: 1 }, 'arctic: unknown key Symbol(x); keys are strings'],
  ['a getter', throwing({ name: 'arctic' }, 'names'), 'arctic.names: is a getter; write its value'],
  [
    'a getter within',
    { name: 'arctic', rules: [throwing({ id: 'a' }, 'match')] },
    'arctic.rules.0.match: is a getter; write its value',
  ],
  [
    'a proxy that throws',
    new Proxy(
      { name: 'arctic' },
      {
        ownKeys() {
          throw new Error('read')
        },
      },
    ),
    "arctic: can't be read: reading it throws; give plain data, as from JSON.parse",
  ],
  ['a proxy without object', revoked, "rules: can't be read: reading it throws; give plain data, as from JSON.parse"],
  ['a cycle', cycle, 'arctic.ignore.0.0.0.0.0.0: is nested too deeply, or lies within itself'],
  [
    'what is nested 50,000 deep',
    JSON.parse(`{"name":"arctic","ignore":${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
    'arctic.ignore.0.0.0.0.0.0: is nested too deeply, or lies within itself',
  ],
  ['a hole', { name: 'arctic', ignore: Array(3) }, 'arctic.ignore.0: is a hole in an array; take it out'],
  [
    'the key __proto__',
    JSON.parse('{"name":"arctic","names":{"vessel":{"__proto__":5}}}'),
    'arctic.names.vessel: the key "__proto__" is not taken; write the name another way',
  ],
  ['no name', {}, 'rules.name: expected a string, got undefined'],
  [
    'a day that is on no calendar',
    { name: 'arctic', dates: { Feast: 'XXXX-02-30' } },
    'arctic.dates.Feast: expected a day that is on a calendar, as XXXX-05-09, got "XXXX-02-30"',
  ],
  [
    'a link of one name',
    { name: 'arctic', links: { same: [['Bush']] } },
    'arctic.links.same.0: expected two names or more, as ["Bill Clinton", "William Jefferson Clinton"], got an array',
  ],
  [
    'a link of a name to itself',
    { name: 'arctic', links: { apart: [['Bush', 'bush']] } },
    'arctic.links.apart.0: has one name twice; what is linked has another name',
  ],
  [
    'a link of something else',
    { name: 'arctic', links: { same: [['Bush', 5]] } },
    'arctic.links.same.0.1: expected a name, as "Bill Clinton" or { "name": "Amazon", "type": "organization" }, got number 5',
  ],
  [
    'another kind of link',
    { name: 'arctic', links: { equal: [['Bush', 'Bush sr']] } },
    'arctic.links: unknown key "equal"; known are same, apart',
  ],
  [
    'a link that another denies',
    { name: 'arctic', links: { same: [['Peking', 'Beijing', 'Pekin']], apart: [['beijing', 'peking']] } },
    'arctic.links.apart.0: denies row 0 of "same"; take one out',
  ],
])('%s is refused as a set, with the path', (_, set, message) => {
  expect(refusal(set as object)).toBe(message)
  expect(() => defineRules(set as never)).toThrow(
    new NutgrafError('invalid-rules', message.split(':')[0]!, message.slice(message.indexOf(': ') + 2)),
  )
})

test('a set is read once: what its user does to it later changes nothing', () => {
  const set = { name: 'arctic', names: { vessel: { Fram: [] as string[] } } }
  const { extract } = createExtractor({ rules: [set] })
  set.names.vessel.Fram.push('Maud')
  expect(
    createExtractor({ rules: [set] })
      .extract('The Maud met the Fram.')
      .entities.map(({ name }) => name),
  ).toEqual(extract('The Maud met the Fram.').entities.map(({ name }) => name))
})

test('whatever the pattern, it is compiled or refused with its path', () => {
  const sign = fc.constantFrom(
    ...'()[]{}<>|/\\!?+*^$#@%~.,-_ 0123'.split(''),
    ...[
      '[<topic>',
      '[<who>',
      '#Noun',
      '{call}',
      '{call/Verb}',
      '(a|b)',
      '/a+/',
      '&&',
      'oil',
      ' oil ',
      '{2,3}',
      '__proto__',
    ],
    ...['constructor', '\n', '\ud800', '😀'],
  )
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 14 }), (signs) => {
      expect(withRule(signs.join(''))).toMatch(/^(?:taken$|arctic\.rules\.0\.match: .)/)
    }),
    { numRuns: 1500 },
  )
})

test.each([
  ['[<topic>/^USS$/]', 'They saw the USS on Friday.', 'USS'],
  ['[<topic>/^co/]', 'The USS Cole was hit.', 'Cole'],
  ['[<topic>/a\\/b|cole/]', 'The USS Cole was hit.', 'Cole'],
  ['the\t[<topic>uss\n  cole]', 'The USS Cole was hit.', 'USS Cole'],
  ['(at|near [<topic>dry dock])', 'She lay near dry dock.', 'dry dock'],
  // A word of the pattern that is two of the text, or of which compromise makes two.
  ["russia's [<topic>army]", "Russia's army left.", 'army'],
  ["(the|russia's|china’s) [<topic>army]", 'China’s army left.', 'army'],
  ["(the|russia's) [<topic>army]", 'The army left.', 'army'],
  ["[<topic>it's late]", "It's late.", "It's late"],
  ['[<topic>cease-fire] deal', 'They signed a cease-fire deal.', 'cease-fire'],
  ['a [<topic>cease-fire (deal|plan)]', 'They signed a cease-fire deal.', 'cease-fire deal'],
])('%s takes its part of "%s"', (match, text, expected) => {
  const { topics } = createExtractor({ rules: [{ name: 'arctic', rules: [{ id: 'ice', match }] }] }).extract(text)
  expect(topics.map(({ mentions }) => mentions[0]!.text)).toEqual([expected])
})

test('the built-in rules are compiled as they are written', () => {
  expect(compiledRules, 'run `npm run rules`').toBe(compiledJson([agenda]))
})

test('a rule is left out by its name', () => {
  const text = 'He arrived for a two-day visit to Ankara.'
  expect(createExtractor().extract(text).events).toHaveLength(1)
  expect(
    createExtractor({ without: ['english/visit-noun', 'english/stay-noun', 'english/arrive-any'] }).extract(text)
      .events,
  ).toHaveLength(0)
  expect(() => createExtractor({ without: ['english/vist-noun'] })).toThrow(
    'no rule is called "english/vist-noun", did you mean english/visit-noun?',
  )
})

test('a name that a rule finds is the same wherever it stands', () => {
  const { entities } = extract('The tanker Sparta left. On Friday Sparta was seen again.')
  expect(entities.map(({ type, mentions }) => [type, mentions.length])).toEqual([['vessel', 2]])
})

test("a user's name wins over a date", () => {
  const { entities, dates } = createExtractor({
    rules: [{ name: 'arctic', names: { vessel: { 'Black Friday': [] } } }],
  }).extract('The Black Friday sailed on Monday.', { published })
  expect(entities.map(({ name }) => name)).toEqual(['Black Friday'])
  expect(dates.map(({ text }) => text)).toEqual(['Monday'])
})

const shipping = defineRules({
  name: 'shipping',
  names: {
    vessel: { 'MV Ursa Major': ['Ursa Major'] },
    organization: { Sovcomflot: ['SCF Group'] },
  },
  places: [{ name: 'Rooppur', type: 'city', country: 'BD', coordinates: { lat: 24.07, lon: 89.05 } }],
  dates: { 'Victory Day': 'XXXX-05-09' },
  categories: [{ code: 'medtop:20000653', name: 'nuclear power', words: ['reactor', 'uranium'] }],
  ignore: ['May Day Parade Ltd'],
  links: { same: [['Sovcomflot', 'SCF Group']], apart: [['Sparta', { name: 'Sparta', type: 'vessel' }]] },
  rules: [
    {
      id: 'tanker',
      match: '(tanker|freighter|vessel) [<vessel>#ProperNoun+]',
      yes: ['The tanker [vessel Sparta] left on Friday.'],
      no: ['The tanker left Sparta.'],
    },
    {
      id: 'port-call',
      match: '[<who>#Vessel] will [<visit>{call}] at [<where>#Location] (on? [<when>#Date+])?',
      status: 'planned',
      yes: ['The [who Ursa Major] will [visit call] at [where Murmansk] on [when Friday].'],
      no: ['The Ursa Major called at Murmansk.'],
    },
    {
      id: 'haggle',
      match: '{haggle} over [<topic>#NounPhrase]',
      status: 'discussed',
      yes: ['They haggled over [topic grain prices].'],
      no: ['They haggled.'],
    },
  ],
})
const { extract } = createExtractor({ rules: [shipping] })

test.each([
  ['{shut} down the [<unit>#NounPhrase]', 'They shut down the [unit nuclear reactor] on Monday.'],
  ['{steal} [<painting>#NounPhrase]', 'Thieves stole [painting two old paintings].'],
  ['the [<unit>#NounPhrase] of #Location', 'The [unit reactor] of Minsk was shut down.'],
])('a name may be a noun phrase: %s', (match, sentence) => {
  const names = { unit: {}, painting: {} }
  testRules({ name: 'plants', names, rules: [{ id: 'plant', match, yes: [sentence] }] })
})

test('a place of a rule set is no team', () => {
  const { extract } = createExtractor({
    rules: [{ name: 'home', places: [{ name: 'Luton', type: 'city', country: 'GB' }] }],
  })
  const { entities, locations } = extract('Football league: Luton 1 Rotherham 0.')
  expect([locations.map(({ name }) => name), entities.map(({ name }) => name)]).toEqual([['Luton'], ['Rotherham']])
})

test('the sentences of a set are its test', () => {
  testRules(shipping)
  expect(() =>
    testRules({ name: 'arctic', rules: [{ id: 'ice', match: 'ice [<topic>#Noun]', yes: ['They met [topic ice].'] }] }),
  ).toThrow('arctic: arctic.rules.0.yes.0: expected "They met [topic ice].", got "They met ice."; ')
})

test('an added entity type is in the TypeScript type', () => {
  const type = extract('The Ursa Major sailed.').entities[0]?.type
  expectTypeOf(type).toEqualTypeOf<
    | 'person'
    | 'organization'
    | 'group'
    | 'facility'
    | 'event'
    | 'work'
    | 'product'
    | 'law'
    | 'misc'
    | 'money'
    | 'percent'
    | 'quantity'
    | 'vessel'
    | undefined
  >()
  expect(type).toBe('vessel')
})

test.each([
  ['The Ursa Major sailed.', 'vessel MV Ursa Major <shipping/names>'],
  ['SCF Group owns it.', 'organization Sovcomflot <shipping/names>'],
  ['The tanker Sparta left.', 'vessel Sparta <shipping/tanker>'],
  ['May Day Parade Ltd was closed.'],
])('%s', (text, ...expected) => {
  const { entities } = extract(text)
  expect(entities.map(({ type, name, mentions }) => `${type} ${name} <${mentions[0]!.source}>`)).toEqual(expected)
})

test.each([
  ['They met on Victory Day.', ['Victory Day']],
  ['They met on Victory\nDay.', ['Victory\nDay']],
  ['They met on Victory Day Eve.', ['Victory Day Eve']],
  ['They met on victory day and in Victory Days, the Revictory Day.', []],
])('days of a set are whole words, the longest: %j', (text, expected) => {
  const dates = { 'Victory Day': 'XXXX-05-09', 'Victory Day Eve': 'XXXX-05-08' } as const
  const { extract } = createExtractor({ rules: [{ name: 'feasts', dates }] })
  expect(extract(text, { published }).dates.map(({ text }) => text)).toEqual(expected)
})

test('places and dates of a set', () => {
  const { locations, dates } = extract('It left Rooppur on Victory Day.', { published })
  expect(locations[0]).toMatchObject({ name: 'Rooppur', country: 'BD', coordinates: { lat: 24.07, lon: 89.05 } })
  expect(dates[0]).toMatchObject({ value: '2023-05-09', source: 'shipping/dates' })
})

test('an event by a rule, with its roles', () => {
  const { events } = extract('The Ursa Major will call at Murmansk on Friday.', { published })
  expect(events).toMatchObject([
    { type: 'visit', status: 'planned', participants: ['e1'], locations: ['l1'], dates: ['d1'] },
  ])
})

test('a topic by a rule, with its category', () => {
  const { topics } = extract('They haggled over uranium prices.')
  expect(topics).toMatchObject([
    { label: 'uranium prices', status: 'discussed', category: { name: 'nuclear power' }, event: null },
  ])
})

test('a set taken from JSON does the same', () => {
  const again = createExtractor({ rules: [JSON.parse(JSON.stringify(shipping))] })
  const text = 'The Ursa Major will call at Murmansk on Friday. They haggled over grain.'
  expect(again.extract(text)).toEqual(extract(text))
})

const noRules = indexRules([])
const nothingElse = { names: [], dates: [], nounPhrases: () => [] }
const textOf = (words: readonly string[]) => words.join(' ')

/** The names of lists that stand in a text, found the slow way: each looked for at each place, then the longest kept. */
function namesOneByOne(lists: readonly (readonly string[])[], text: string): Span[] {
  const all = lists
    .flat()
    .flatMap((name) =>
      Array.from(text, (_, start) => ({ start, end: start + name.length, name })).filter(
        ({ start, end }) => ` ${text} `.startsWith(` ${name} `, start) && end <= text.length,
      ),
    )
  return keepLongest(all).map(({ start, end }) => ({ start, end }))
}

describe('lists of names', () => {
  const phrase = (most: number) =>
    fc.array(fc.constantFrom('a', 'b', 'b', 'cc'), { minLength: 1, maxLength: most }).map(textOf)

  test('stand as if each name were looked for at each place, and the longest kept', () => {
    const lists = fc.array(fc.array(phrase(6), { maxLength: 8 }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(lists, phrase(40), (lists, text) => {
        const sets = lists.map((names, i) => ({
          name: `set-${i}`,
          names: { vessel: Object.fromEntries(names.map((name) => [name, []])) },
        }))
        const found = userNameCandidates(readDocument(text), openUserNames(sets), noRules, nothingElse)
        expect(keepLongest(found).map(({ start, end }) => ({ start, end }))).toEqual(namesOneByOne(lists, text))
      }),
      { numRuns: 500 },
    )
  })

  const count = (text: string, names: readonly string[]) => {
    const vessel = Object.fromEntries(names.map((name) => [name, []]))
    const user = openUserNames([{ name: 'arctic', names: { vessel } }])
    let asked = 0
    const counted = (name: UserName): UserName => ({
      ...name,
      shorter(from) {
        asked++
        const rest = name.shorter?.(from)
        return rest && counted(rest)
      },
    })
    const found = userNameCandidates(readDocument(text), user, noRules, nothingElse)
    keepLongest(found.map(counted))
    return found.length + asked
  }
  const times = <T>(n: number, make: (i: number) => T) => Array.from({ length: n }, (_, i) => make(i))

  test.each<[string, string, readonly string[]]>([
    ['each the beginning of the next', `the ${'b '.repeat(4000)}`, times(500, (i) => `the${' b'.repeat(i)}`)],
    ['each within the next', 'b '.repeat(4000), times(500, (i) => 'b '.repeat(i + 1).trim())],
    ['each the end of the next', `${'b '.repeat(40)}c `.repeat(100), times(500, (i) => `${'b '.repeat(i)}c`)],
    ['that never end', 'b '.repeat(4000), times(50, (i) => `${'b '.repeat(1000)}n${i}`)],
    ['that cross', 'a b c d '.repeat(1000), ['a b c', 'c d a', 'd a b c', 'b', 'b c d a b', 'c d', 'a']],
  ])('that lie %s, are asked for a few times a word', (_, text, names) => {
    expect(count(text, names)).toBeLessThan(6 * text.split(' ').length)
  })

  test('that rules found are sought again, all at once', () => {
    const rules = [{ id: 'uss', match: '[<vessel>USS #ProperNoun]' }]
    const { extract } = createExtractor({ rules: [{ name: 'navy', names: { vessel: {} }, rules }] })
    const { entities } = extract(
      'The USS Cole left. The USS Maine sank. Cole met Cole. USS Cole and USS Maine are old.',
    )
    expect(
      entities.filter(({ type }) => type === 'vessel').map(({ name, mentions }) => [name, mentions.length]),
    ).toEqual([
      ['USS Cole', 2],
      ['USS Maine', 2],
    ])
  })

  test('are tags under each type that a list has them under', () => {
    const names = { vessel: { Fram: [] }, museum: { Fram: [] } }
    const rules = [{ id: 'at', match: 'at [<topic>#Museum]' }]
    const { topics } = createExtractor({ rules: [{ name: 'arctic', names, rules }] }).extract('They met at Fram.')
    expect(topics.map(({ label }) => label)).toEqual(['Fram'])
  })
})

test.each([
  ['a name', 'Nord Bank lent to Alpha Bank.', 'Alpha Bank', ['Nord Bank']],
  ['a date', 'It was sold on May 3 and on May 4.', 'on May 4', ['May 3']],
  ['an amount', 'They paid 20 euros and 5 million dollars.', '5 million dollars', ['20 euros']],
])('%s that a set ignores is nothing', (_, text, ignored, left) => {
  const { extract } = createExtractor({ rules: [{ name: 'quiet', ignore: [ignored] }] })
  const { entities, dates, locations } = extract(text, { published: '2023-08-30' })
  const mentions = [...entities, ...locations].flatMap((one) => one.mentions)
  expect([...mentions, ...dates].map((one) => one.text)).toEqual(left)
})
