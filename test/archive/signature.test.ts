import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandsOf, isNearDuplicate, resemblance, signatureOf } from '../../src/archive/signature.ts'

const story = `Lawmakers in the capital approved a plan on Tuesday to rebuild three bridges that were swept away by last
month's floods. The vote followed a day of heated debate over who should pay for the work. Engineers say the first bridge
could reopen before winter if steel arrives on time. Shopkeepers on the western bank have lost half of their trade since
the crossing closed. The mayor told reporters that ferries would run free of charge until then.`
const background = `The floods in March killed eleven people and left thousands without power. The government declared a state
of emergency in four provinces and asked its neighbors for help. Relief workers said that roads to the valley remained cut
off for a week.`
const next = `A freighter with the first load of steel docked on Saturday, two weeks ahead of schedule. Cranes began to lift the
beams onto barges in front of a small crowd. The minister of transport said that work would go on day and night.`

test.each<[string, string, string, boolean]>([
  ['another headline and dateline', story, `Bridges to be rebuilt\n\nRIVERTON (AP) — ${story}`, true],
  ['a cut end', `${story} ${background}`, story, true],
  ['capitals, quotes and white space', story, story.toUpperCase().replace(/\s+/g, '  ').replace("'", '’'), true],
  [
    'a few words changed',
    story,
    story.replace('heated', 'long').replace('Shopkeepers', 'Merchants').replace('free', 'without charge'),
    true,
  ],
  ['a follow-up with the same background', `${story} ${background}`, `${next} ${background}`, false],
  ['another story', story, next, false],
  ['nothing', '', story, false],
  ['nothing twice', '', '… —', false],
  ['two words', 'Talks fail', 'Talks fail.', true],
])('%s', (_, a, b, isCopy) => {
  const [one, other] = [signatureOf(a), signatureOf(b)]
  expect(isNearDuplicate(one, other)).toBe(isCopy)
  if (isCopy) expect(bandsOf(one).some((hash, band) => hash === bandsOf(other)[band])).toBe(true)
})

test('a signature is that of the words, and stays the same in all releases', () => {
  expect(bandsOf(signatureOf('Talks begin in Geneva on Friday.')).slice(0, 3)).toMatchInlineSnapshot(`
    [
      1852910857,
      3642608339,
      3618990360,
    ]
  `)
  expect(bandsOf(signatureOf(''))).toEqual([])
})

test('texts are like themselves, and as like one another as the other way about', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const [one, other] = [signatureOf(a), signatureOf(b)]
      expect(resemblance(one, one)).toBe(one.length > 0 ? 1 : 0)
      expect(resemblance(one, other)).toBe(resemblance(other, one))
    }),
  )
})
