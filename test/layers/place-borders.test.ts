import { expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'

const places = (text: string) =>
  extract(text)
    .locations.flatMap(({ mentions }) => mentions)
    .sort((a, b) => a.start - b.start)
    .map(({ text }) => text)
    .join(' | ')

test.each([
  // A town and what it lies in, without a comma.
  ['Gunmen attacked a market in Maiduguri Borno State on Sunday.', 'Maiduguri | Borno State'],
  ['Police in Ikeja Lagos State arrested him.', 'Ikeja | Lagos State'],
  ['Flooding hit Aweil South Sudan on Friday.', 'Aweil | South Sudan'],
  ['He was born in Lahore Pakistan.', 'Lahore | Pakistan'],
  ['The plant in Kansas City was closed.', 'Kansas City'],
  ['He flew to New York City on Monday.', 'New York City'],
  // Words before a place that are none of it.
  ['A crash closed the A429 Cirencester road.', 'Cirencester'],
  ['Connecting California with Nevada, the road is old.', 'California | Nevada'],
  ['Leaving London, he cried.', 'London'],
  ['Baseball Toronto won again.', 'Toronto'],
  ['They went to the Capitol anyway.', ''],
  // Abbreviations.
  ['He lives in Baltimore, Md and works there.', 'Baltimore | Md'],
  ['He lives in St. Louis, Mo.', 'St. Louis | Mo.'],
  ['He flew to Washington, D.C. on Monday.', 'Washington | D.C.'],
  ['Residents of Washington DC complained.', 'Washington DC'],
  // "and" within a name, and between two.
  ['He lives in Bains and Grants Town.', 'Bains and Grants Town'],
  ['He lives in Trinidad and Tobago.', 'Trinidad and Tobago'],
  ['He lived in Norway and Sweden.', 'Norway | Sweden'],
  // Hyphens within a name, and between two.
  ['Police in Miami-Dade said so.', 'Miami-Dade'],
  ['Voters in Winston-Salem chose.', 'Winston-Salem'],
  ['He lives in Stratford-upon-Avon.', 'Stratford-upon-Avon'],
  ['They drove from Dallas-Fort Worth to Austin.', 'Dallas | Fort Worth | Austin'],
])('%s', (text, expected) => {
  expect(places(text)).toBe(expected)
})
