import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, createExtractor, NutgrafError, type Rule, type RuleSet } from '../../src/api/index.ts'
import { testRules } from '../../src/api/testing.ts'

const portCall = '[<who>#Vessel] will [<visit>{call/Verb}] at [<where>#Location] on? [<when>#Date+]'
const tanker = '(tanker|freighter) the? [<vessel>#ProperNoun+]'
const setOf = (...rules: Omit<Rule, 'id'>[]): RuleSet => ({
  ...{ name: 'fleet', names: { vessel: { 'Ursa Major': [] } } },
  rules: rules.map((rule, i) => ({ id: `r${i}`, ...rule })),
})

const nearMisses = (text: string, at: string, rules: readonly RuleSet[]): Candidate[] =>
  createExtractor({ rules })
    .explain(text, text.indexOf(at))
    .filter(({ stop }) => stop)

const shown = ({ text, as, why }: Candidate) => `${text} | ${as} | ${why.replace(/ of its pattern: /, ' ')}`

describe('explain', () => {
  test.each<[string, string, string, string[]]>([
    [
      portCall,
      'The Ursa Major will call at Murmansk soon.',
      'call',
      [
        'Ursa Major will call at Murmansk soon | visit | stopped at character 74 expected on? or #Date+, found "soon" (#Adverb)',
      ],
    ],
    // The word that does not fit, and the end of the sentence.
    [
      portCall,
      'The Ursa Major will call soon.',
      'soon',
      ['Ursa Major will call soon | visit | stopped at character 41 expected at, found "soon" (#Adverb)'],
    ],
    [
      portCall,
      'The Ursa Major will call at Murmansk.',
      'Ursa',
      [
        'Ursa Major will call at Murmansk | visit | stopped at character 74 expected on? or #Date+, found the end of the sentence',
      ],
    ],
    // A type that it is not.
    [
      portCall,
      'The Ursa Major will call at noon on Friday.',
      'noon',
      [
        'Ursa Major will call at noon | visit | stopped at character 52 expected #Location, found "noon" (#Date #Noun #Singular)',
      ],
    ],
    // A rule that finds names reads them as the tagger does.
    [
      tanker,
      'The tanker sparta left.',
      'sparta',
      [
        'tanker sparta | vessel | stopped at character 33 expected the? or #ProperNoun+, found "sparta" (#Noun #Singular)',
      ],
    ],
    // Near misses of near misses: before and behind, in the next sentence, and where the rule matches.
    [portCall, 'Today the Ursa Major will call at Murmansk soon.', 'Today', []],
    [portCall, 'The Ursa Major will call soon, they said.', 'said', []],
    [portCall, 'The Ursa Major will call. Soon they left.', 'Soon', []],
    [portCall, 'The Ursa Major will call at Murmansk on Friday.', 'call', []],
    [portCall, 'They will call at Murmansk soon.', 'call', []],
    [tanker, 'The tanker Sparta left.', 'Sparta', []],
  ])('%s in "%s" at "%s"', (match, text, at, expected) => {
    expect(nearMisses(text, at, [setOf({ match })]).map(shown)).toEqual(expected)
  })

  test.each<[string, string, string[]]>([
    // Ours tell where the word is there that they look for, and nothing else is said of it.
    ['They held a visit and left.', 'visit', []],
    ['A visit ended the phone number row.', 'phone', ['english/call-noun']],
    ['A visit ended the phone number row.', 'number', []],
    ['Talks begin on September 7.', 'September', []],
    ['They signed up for the programme.', 'signed', ['english/sign-on', 'english/sign-text']],
  ])('ours in "%s" at "%s"', (text, at, expected) => {
    const sources = nearMisses(text, at, []).map(({ source }) => source)
    expect(sources).toEqual(expected)
  })

  test("five at most, a user's first, then those that got furthest", () => {
    const patterns = ['signed', 'signed up', 'they signed up', 'signed up for', 'they', 'they signed'].map(
      (words) => `${words} [<topic>nothing]`,
    )
    const found = nearMisses('They signed up for the programme.', 'signed', [
      setOf(...patterns.map((match) => ({ match }))),
    ])
    expect(found.map(({ source, text }) => `${source} ${text}`)).toEqual([
      ...[
        'fleet/r2 They signed up for',
        'fleet/r3 signed up for the',
        'fleet/r1 signed up for',
        'fleet/r5 They signed up',
      ],
      'fleet/r0 signed up',
    ])
  })

  test('a near miss claims nothing, and is plain data', () => {
    const [near] = nearMisses('The Ursa Major will call at Murmansk soon.', 'soon', [setOf({ match: portCall })])
    expect(JSON.parse(JSON.stringify(near))).toEqual({
      ...{ layer: 'agenda', start: 4, end: 41, text: 'Ursa Major will call at Murmansk soon', as: 'visit' },
      ...{ source: 'fleet/r0', confidence: 0, stands: false },
      why: 'stopped at character 74 of its pattern: expected on? or #Date+, found "soon" (#Adverb)',
      stop: {
        match: portCall,
        element: { start: 74, end: 80, text: '#Date+' },
        expected: ['on?', '#Date+'],
        found: { start: 37, end: 41, text: 'soon', tags: ['Adverb'] },
      },
    })
  })

  test('whatever rule and text, near misses lie in both, and nothing throws', () => {
    const part = fc.constantFrom(
      ...['the', '#Noun', '#ProperNoun+', '#Date', '.*', '.?', '(a|the) ', '[<topic>#NounPhrase]', '[<vessel>#Person]'],
      ...['will', '{call}', '!the', '#Location?', '(#Vessel|he)', '/^[A-Z]/', 'call$', '^the'],
    )
    const word = fc.constantFrom(
      ...[
        'the',
        'Ursa',
        'Major',
        'will',
        'call',
        'called',
        'at',
        'Dhaka',
        'Friday',
        'Putin',
        '.',
        ',',
        '"',
        '😀',
        '\ud800',
      ],
      ...['I', '\n\n', 'U.S.', "it's", 'SPARTA', 'a'],
    )
    let seen = 0
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 6 }),
        fc.array(word, { minLength: 1, maxLength: 14 }),
        fc.nat(),
        (parts, words, place) => {
          const text = words.join(' ')
          try {
            const { explain } = createExtractor({ rules: [setOf({ match: parts.join(' ') })] })
            const at = place % text.length
            for (const { start, end, text: over, stop } of explain(text, at)) {
              expect([text.slice(start, end), start <= at && at < end]).toEqual([over, true])
              if (!stop) continue
              seen++
              const { match, element, expected, found } = stop
              expect(match.slice(element.start, element.end)).toBe(element.text)
              expect(expected.at(-1)).toBe(element.text)
              for (const other of expected) expect(match).toContain(other)
              if (found) expect([text.slice(found.start, found.end), found.end]).toEqual([found.text, end])
            }
          } catch (error) {
            // A pattern that is refused.
            if (!(error instanceof NutgrafError) || error.code !== 'invalid-match') throw error
          }
        },
      ),
      { numRuns: 400 },
    )
    expect(seen).toBeGreaterThan(20)
  })
})

const names = { vessel: { 'Ursa Major': [] } }
/** What a set tells of its sentences, without what was expected and got. */
function told(set: RuleSet): string[] {
  try {
    testRules(set)
    return []
  } catch (error) {
    if (!(error instanceof NutgrafError)) throw error
    expect(error.message).toBe(
      `${set.name}: ${error.issues.map(({ path, message }) => `${path}: ${message}`).join('\n')}`,
    )
    return error.issues.map(({ path, message }) => `${path} ${message.split('"; ').slice(1).join('"; ')}`)
  }
}

describe('testRules', () => {
  test.each<[string, string, string[]]>([
    [portCall, 'The [who Ursa Major] will [visit call] at [where Murmansk] on [when Friday].', []],
    [
      portCall,
      'The [who Ursa Major] will [visit call] at [where Murmansk] soon.',
      ['stopped at character 74 of its pattern: expected on? or #Date+, found "soon" (#Adverb)'],
    ],
    // Its first word is another, and all else fits.
    [
      tanker,
      'The tankers [vessel Sparta] left.',
      ['stopped at character 0 of its pattern: expected (tanker|freighter), found "tankers" (#Noun #Plural)'],
    ],
    [
      portCall,
      'The [who Maud] will [visit call] at [where Murmansk] on [when Friday].',
      ['stopped at character 6 of its pattern: expected #Vessel, found "Maud" (#Person #Noun #ProperNoun)'],
    ],
    // Nothing of it is there.
    [
      '{haggle} over [<topic>#NounPhrase]',
      'They [topic left].',
      ['no word fits {haggle}, with which the pattern begins'],
    ],
    // What is taken is not what is marked.
    [tanker, 'The tanker [vessel Sparta Star] and the tanker Sparta left.', []],
    // A sentence without brackets says nothing.
    [
      tanker,
      'The tanker Sparta left.',
      ['put brackets around what is to be taken, as "They haggled over [topic grain prices]."'],
    ],
    // A bracket of no group, and other words than those that are taken: what was got says it.
    [
      '{haggle} over [<topic>#NounPhrase]',
      'They haggled over [grain prices].',
      ['no group of the pattern is called grain; mark as [topic …]'],
    ],
    ['{haggle} over [<topic>#NounPhrase]', 'They haggled over [topic the grain prices].', ['']],
    ['in [<location>#ProperNoun]', 'It is in [location Foobar].', []],
    // The role that an event has not.
    [
      '[<who>#Vessel] will [<visit>{call/Verb}] at [<where>#Location] (on? [<when>#Date+])?',
      'The [who Ursa Major] will [visit call] at [where Murmansk] next [when month of rain].',
      ['what it gives has no when "month of rain"'],
    ],
    [
      '{meet} over [<topic>#NounPhrase]',
      'THEY MET OVER [topic OIL].',
      ['the sentence is all in capitals, and no rule for events or topics reads it'],
    ],
  ])('%s of "%s"', (match, sentence, expected) => {
    const set = { name: 'fleet', names, rules: [{ id: 'a', match, yes: [sentence] }] }
    expect(told(set)).toEqual(expected.map((message) => `fleet.rules.0.yes.0 ${message}`))
  })
  test('a rule that fits where another claim stands', () => {
    const rules = [{ id: 'a', match: 'the [<vessel>black sea]', yes: ['The [vessel Black Sea] Fleet sailed.'] }]
    expect(told({ name: 'fleet', names: { vessel: {}, organization: { 'Black Sea Fleet': [] } }, rules })).toEqual([
      'fleet.rules.0.yes.0 the rule fits "Black Sea", but: fleet/names is a rule of the user and wins',
    ])
  })
})
