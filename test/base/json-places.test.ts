import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOf, placeOfFault, placeOfIssue, placesIn } from '../../src/base/json-places.ts'

const set = `{
  "name": "fleet",
  "dates": { "U.S. Navy Day": "XXXX-10-27" },
  "rules": [
    { "id": "a", "match": "[<topic>a, {b}: \\"c\\"]" },
    {
      "id": "b",
      "yes": ["one", "two"]
    }
  ]
}`

test.each([
  ['name', '2:11'],
  ['dates', '3:12'],
  ['dates.U.S. Navy Day', '3:31'],
  ['rules', '4:12'],
  ['rules.0.match', '5:27'],
  ['rules.1', '6:5'],
  ['rules.1.yes.1', '8:22'],
  // Of what is missing, where it should be.
  ['rules.1.match', '6:5'],
  ['rules.7.match.3', '4:12'],
  ['places.0', '1:1'],
  ['', '1:1'],
])('%s stands at %s', (path, place) => {
  expect(placeOf(placesIn(set), path)).toBe(place)
})

test.each([
  ['[{"name":"a"},\n {"name":"b"}]', '1.name', '2:10'],
  ['"text"', '', '1:1'],
  ['{"a":1,\r\n"a":2}', 'a', '2:5'],
  ['{"a":[[],[5]]}', 'a.1.0', '1:11'],
])('in %j %s stands at %s', (json, path, place) => {
  expect(placeOf(placesIn(json), path)).toBe(place)
})

test.each([
  ['fleet.rules.0.match', 'expected a pattern', null, '5:27'],
  ['fleet.rules.1', 'unknown key "yes"; known are match', null, '8:14'],
  ['fleet', 'unknown key "dates"', null, '3:12'],
  ['fleet.rules.9.no', 'expected a list', null, '4:12'],
])('a fault at %s, %s, of the set %s stands at %s', (path, message, number, place) => {
  expect(placeOfIssue(placesIn(set), { path, message }, number)).toBe(place)
})

test('a fault of one set of several stands in it', () => {
  const places = placesIn('[{ "name": "a" },\n{ "name": "b", "names": [] }]')
  expect(placeOfIssue(places, { path: 'b.names', message: 'expected an object' }, 1)).toBe('2:25')
})

test('every value of any JSON has its place', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 1, '\t'), (value, indent) => {
      const json = JSON.stringify(value, null, indent)
      const places = placesIn(json)
      const lines = json.split('\n')
      const check = (at: unknown, path: string[]): void => {
        // Keys that are empty, or hold a point, may lead to the same path.
        if (path.some((key) => key === '' || key.includes('.'))) return
        const [line, column] = places.get(path.join('.'))!.split(':').map(Number)
        expect(lines[line! - 1]![column! - 1]).toBe(JSON.stringify(at)[0])
        if (typeof at === 'object' && at !== null)
          for (const [key, one] of Object.entries(at)) check(one, [...path, key])
      }
      if (!/"[^"]*\.[^"]*":|"":/.test(json)) check(value, [])
    }),
  )
})

test.each([
  ['Unexpected token } in JSON at position 14', '{ "a": 1,\n"b":}', '2:5'],
  ['Unexpected end of JSON input', '{\n"a": [', '2:7'],
  ["JSON.parse: expected ',' or '}' at line 3 column 8 of the JSON data", '{\n"a": 1\n"b": 2 }', '3:8'],
  ['JSON Parse error: Unexpected EOF', '{', undefined],
])('the place in "%s"', (message, json, place) => {
  expect(placeOfFault(json, message)).toBe(place)
})
