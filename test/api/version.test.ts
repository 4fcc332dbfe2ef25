import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { stamp, stampFile } from '../../scripts/stamp-text.ts'
import { versionWith } from '../../src/api/extract.ts'
import { createExtractor, defineRules, type ExtractorOptions, extract, type RuleSet } from '../../src/api/index.ts'
import { fullPlaces } from '../../src/api/places-full.ts'

test('the version of models and lists is that of the files that are here: npm run stamp', () => {
  expect(readFileSync(stampFile, 'utf8')).toBe(stamp())
})

const partsOf = (version: string) =>
  Object.fromEntries(version.split(' ').map((part) => part.split('/') as [string, string]))

test('a story says what it was read with', () => {
  const { nutgraf, weights, rules, ...rest } = partsOf(extract('').version)
  expect(nutgraf).toBe(manifest.version)
  expect(weights).toMatch(/^[0-9a-f]{8}$/)
  expect(rules).toMatch(/^[0-9a-f]{8}$/)
  expect(rest).toEqual({})
  expect(extract('Rice left.', { layers: [], minConfidence: 1 }).version).toBe(extract('').version)
})

const ships = { name: 'ships', names: { vessel: { Sparta: [] } } }
const ports = defineRules({ name: 'ports', places: [{ name: 'Rooppur', type: 'city', country: 'BD' }] })

test.each<[string, ExtractorOptions<readonly RuleSet[]>, string]>([
  ['a rule set', { rules: [ships] }, 'rules'],
  ['another', { rules: [ports] }, 'rules'],
  ['both', { rules: [ships, ports] }, 'rules'],
  ['both, the other over the one', { rules: [ports, ships] }, 'rules'],
  ['a rule set with another name in it', { rules: [{ ...ships, names: { vessel: { Sparte: [] } } }] }, 'rules'],
  ['a rule left out', { without: ['english/visit-noun'] }, 'rules'],
  ['two left out', { without: ['english/visit-noun', 'english/stay-noun'] }, 'rules'],
])('with %s it is another', (_, options, part) => {
  const version = versionWith(options)
  expect(createExtractor(options).extract('Rice left.').version).toBe(version)
  expect(partsOf(version)).toEqual({
    ...partsOf(versionWith({})),
    [part]: expect.not.stringMatching(partsOf(versionWith({}))[part]!),
  })
  versions.add(version)
})
const versions = new Set([versionWith({})])

const links = { same: [['Bill Clinton', 'William Jefferson Clinton']] }
test.each<[string, RuleSet[], RuleSet[]]>([
  ['links beside names', [{ ...ships, links }], [ships]],
  ['links alone', [{ name: 'desk', links }], []],
  ['links alone, among others', [ships, { name: 'desk', links }, ports], [ships, ports]],
])('%s, which an archive alone follows, leave a story as it is', (_, rules, same) => {
  expect(versionWith({ rules })).toBe(versionWith({ rules: same }))
})

test('no two of these are the same', () => {
  expect(versions.size).toBe(8)
})

test('it is the same for the same rules in another object, and for rules left out in another order', () => {
  expect(versionWith({ rules: [structuredClone(ships)] })).toBe(versionWith({ rules: [ships] }))
  const [a, b] = ['english/visit-noun', 'english/stay-noun'] as const
  expect(versionWith({ without: [a, b] })).toBe(versionWith({ without: [b, a] }))
})

test('places that were given besides have a part of their own', () => {
  const { places, ...rest } = partsOf(createExtractor({ places: fullPlaces }).extract('').version)
  expect(places).toMatch(/^[0-9a-f]{8}$/)
  expect(rest).toEqual(partsOf(versionWith({})))
})

test('it is the same for what is built, on Node and in a worker of it', () => {
  const dist = new URL('../../dist/', import.meta.url).href
  const script = `
    import { createExtractor } from '${dist}index.js'
    import { extractAll } from '${dist}batch.js'
    const rules = ${JSON.stringify([ships])}
    console.log(createExtractor({ rules }).extract('').version)
    for await (const { story } of extractAll([{ text: '' }], { rules, workers: 1 })) console.log(story.version)`
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  const version = versionWith({ rules: [ships] })
  expect(printed).toBe(`${version}\n${version}\n`)
})
