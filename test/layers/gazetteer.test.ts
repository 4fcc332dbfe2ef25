import { expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'
import { lookup } from '../../src/api/places.ts'
import { openGazetteer } from '../../src/layers/locations/gazetteer.ts'

/** The places of a text, as `Brixton district GB-ENG`. */
const placesIn = (text: string) =>
  extract(text).locations.map(({ name, type, country, admin }) => `${name} ${type} ${admin ?? country}`)

test.each([
  ['Police in Lagos cleared Makoko.', 'Makoko district NG-LA'],
  ['A fire swept through Dharavi in Mumbai.', 'Dharavi district IN-MH'],
  ['NAIROBI (Reuters) - Protesters gathered in Kibera.', 'Kibera district KE-30'],
  ['Police in New York were called to Bedford-Stuyvesant.', 'Bedford-Stuyvesant district US-NY'],
  ['HONG KONG (Reuters) - Shops closed in Mong Kok.', 'Mong Kok district Kowloon City'],
  ['RIO DE JANEIRO (AP) - Police shot two men in Rocinha.', 'Rocinha district BR-RJ'],
  ['LONDON (Reuters) - Police searched a flat in Peckham.', 'Peckham district GB-ENG'],
  ['DUBLIN (Reuters) - Two men were held in Darndale.', 'Darndale district IE-L'],
  // Near misses: the city, not the quarter of another of that name.
  ['The firm moved from Austin to Dallas.', 'Austin city US-TX'],
  ['He lives in Birmingham, Alabama.', 'Birmingham city US-AL'],
  ['He flew from Santa Fe to Albuquerque.', 'Santa Fe city US-NM'],
  ['Matches in Richmond and Norfolk, Virginia, were put off.', 'Richmond city US-VA'],
])('quarters of cities: %s', (text, expected) => {
  expect(placesIn(text)).toContain(expected)
})

test.each([
  ['He lives in Donegal, Ireland.', 'Donegal city IE-U'],
  ['Elections were held in Kano and Sokoto.', 'Sokoto city NG-SO'],
  ['Landslides hit West Pokot in Kenya.', 'West Pokot state KE-47'],
  ['Rebels fled to Lanao del Sur.', 'Lanao del Sur district PH-14'],
  ['Crops failed in Vidisha in Madhya Pradesh.', 'Vidisha city IN-MP'],
  ['Troops searched Kulgam in Kashmir.', 'Kulgam city IN-JK'],
  ['A crash in Wiltshire killed two.', 'Wiltshire district GB-ENG'],
])('counties and districts: %s', (text, expected) => {
  expect(placesIn(text)).toContain(expected)
})

test.each([
  ['Farmers along the Cauvery protested.', 'Cauvery water IN'],
  ['He toured the Home Counties.', 'Home Counties region GB'],
  ['Storms hit the West Coast.', 'West Coast region US'],
  ['A ship sank in the Gulf of Guinea.', 'Gulf of Guinea water null'],
  ['Drought spread across the Horn of Africa.', 'Horn of Africa region null'],
  ['A boat capsized in the Mozambique Channel.', 'Mozambique Channel water null'],
  ['A base was built in the Spratly Islands.', 'Spratly Islands landform null'],
  // Near misses.
  ['The ferry left for Gold Coast in Queensland.', 'Gold Coast city AU-QLD'],
  ['He lives in Niagara Falls, Ontario.', 'Niagara Falls city CA-ON'],
  ['He lives in Mobile, Alabama.', 'Mobile city US-AL'],
])('regions of the news: %s', (text, expected) => {
  expect(placesIn(text)).toContain(expected)
})

test.each([
  ['Bengaluru', 'IN-KA', 1277333],
  ['Lyon', 'FR-ARA', 2996944],
  ['Kaduna', 'NG-KD', 2335727],
  ['Osaka', 'JP-27', 1853909],
  ['Isfahan', 'IR-10', 418863],
  ['Toronto', 'CA-ON', 6167865],
  ['Sydney', 'AU-NSW', 2147714],
  ['Glasgow', 'GB-SCT', 2648579],
])('%s is in %s', (name, admin, id) => {
  expect(lookup(name).find(({ geonames }) => geonames === id)?.admin).toBe(admin)
})

test('the admin of a place is a code of its country, or the name of a division that has none', () => {
  const names = ['San Juan', 'Victoria', 'Santa Cruz', 'Georgetown', 'Springfield', 'Kingston', 'Santiago', 'Ulm']
  const admins = names.flatMap((name) => lookup(name)).filter(({ type }) => type === 'city')
  expect(admins.length).toBeGreaterThan(50)
  const wrong = admins.filter(({ admin, country }) => admin?.match(/^[A-Z]{2}-/) && !admin.startsWith(`${country}-`))
  expect(wrong).toEqual([])
  expect(admins.filter(({ admin, country }) => admin?.startsWith(`${country}-`)).length).toBeGreaterThan(50)
})

test.each([
  ['France', 'country', 'Q142'],
  ['Bangladesh', 'country', 'Q902'],
  ['Ohio', 'state', 'Q1397'],
  ['Maharashtra', 'state', 'Q1191'],
  ['Asia', 'continent', 'Q48'],
])('%s (%s) is %s of Wikidata', (name, wanted, item) => {
  expect(lookup(name).find(({ type }) => type === wanted)?.wikidata).toBe(item)
})

test.each([
  ['Texas', 4736286],
  ['Maharashtra', 1264418],
  ['Wiltshire', 2633868],
])('%s has the id of GeoNames %i', (name, id) => {
  expect(lookup(name).map(({ geonames }) => geonames)).toContain(id)
})

test.each(['Kerry', 'County Donegal', 'Co. Donegal', 'County Offaly', 'County Cork'])('%s is a county', (name) => {
  expect(lookup(name).map(({ type, country }) => `${type} ${country}`)).toContain('district IE')
})

test('the tagger is asked of what it was learned with', () => {
  const { isProminent } = openGazetteer()
  expect(['Crimea', 'Sahel', 'Dhaka'].map(isProminent)).toEqual([true, true, true])
  expect(['Cauvery', 'Home Counties', 'Dharavi'].map(isProminent)).toEqual([false, false, false])
})
