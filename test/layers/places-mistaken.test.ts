import { expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'

const placesOf = (text: string) => extract(text).locations.map(({ name, country }) => `${name} ${country}`)

test.each([
  ['Bandits raided Zamfara state on Monday.', 'Zamfara NG'],
  ['Aragua state police found the gang.', 'Aragua VE'],
  ["Sudan's army said it had taken Wad Madani.", 'Wad Medani SD'],
  ['The plan is dead, Kyiv said on Friday.', 'Kyiv UA'],
  ['Macon, about 80 miles south of Atlanta, lost power.', 'Macon US'],
  ['Charlotte, the largest city in North Carolina, grew.', 'Charlotte US'],
  ['Savannah, a port city in Georgia, braced for the storm.', 'Savannah US'],
  ['Fire crews in Dorset and Devon were busy.', 'Devon GB'],
  ['New Zealand police searched houses in Hamilton, Nelson and Hastings.', 'Nelson NZ'],
  ['Storms hit Darwin, Katherine and Tennant Creek on Monday.', 'Katherine AU'],
  ['You would not see this in Rosedale or Kanata, he said in Ottawa.', 'Kanata CA'],
  ['Former Malaita premier Daniel Suidani spoke.', 'Malaita SB'],
  ['Black Hawk County officials said so in Iowa.', 'Black Hawk County US'],
  ['He was arrested in Sault Ste. Marie, Ont., on Monday.', 'Sault Ste. Marie CA'],
  ['The dead were in the villages of Jatlan and Khari Sharif in Mirpur district, Pakistan.', 'Khari Sharif PK'],
  ['JAJARKOT, Nepal — Survivors spent a third night in the open.', 'Jajarkot NP'],
])('what stands beside a name tells that it is a place: %s', (text, expected) => {
  expect(placesOf(text)).toContain(expected)
})

test.each([
  ['Charlotte, a city councillor in Leeds, resigned.', 'Charlotte'],
  ['In Houston, Marcus and Murphy scored.', 'Marcus'],
  ['Sofia said she liked the film.', 'Sofia'],
  ['Talks between Israel and Hamas ended.', 'Hama'],
  ['Police in Bath and Jackson Reed of Ohio agreed.', 'Jackson'],
  ['Santiago states that he was at home.', 'Santiago'],
  ['Offices in Berlin, Siemens and Munich were shut.', 'Siemens'],
  ["He trusted in Jordan Smith, Ontario's coach.", 'Jordan'],
  ["The towns of Ann Roe's childhood are gone.", 'Ann Roe'],
  ['MARKET REPORT, Reuters — Shares fell on Monday in London.', 'Market'],
  ['The Washington Park neighborhood of Waterloo, Iowa, was cleared.', 'Washington US'],
  ['Waterloo Fire Chief Bill Beck spoke in Waterloo, Iowa.', 'Waterloo Fire'],
])('but not in: %s', (text, name) => {
  expect(placesOf(text).filter((place) => place.startsWith(name))).toEqual([])
})
