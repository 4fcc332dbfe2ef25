import { expect, test } from 'vitest'
import { extract } from '../src/index.ts'
import { lookup } from '../src/places.ts'

/** `He flew to [Paris = city Paris FR].`: the text, and the places to be found in it; demonyms are left out. */
const rows = {
  'capitals and countries': [
    'He flew to [Paris = city Paris FR].',
    'Talks in [London = city London GB] ended.',
    'They met in [Dhaka = city Dhaka BD], [Bangladesh = country Bangladesh BD].',
    '[Moscow = city Moscow RU] said it would answer.',
    'The president of [Chad = country Chad TD] left.',
    'Troops entered [Jordan = country Jordan JO] on Friday.',
    '[Turkey = country Turkey TR] and [Georgia = country Georgia GE] signed a deal.',
    'He was born in [Guinea = country Guinea GN].',
    'Exports from [Guinea-Bissau = country Guinea-Bissau GW] fell.',
    'The [United States = country United States US] and [Russia = country Russia RU] talked.',
    'The [U.S. = country United States US] and the [U.K. = country United Kingdom GB] agreed.',
    'Elections in the [Democratic Republic of the Congo = country Democratic Republic of the Congo CD] were held.',
    'A ferry sank off [Zanzibar = region Zanzibar TZ].',
    'A firm of [Bermuda = country Bermuda BM] moved to the [Cayman Islands = country Cayman Islands KY].',
    'Leaders of [Timor-Leste = country Timor-Leste TL] flew to [Guam = country Guam GU].',
    'He moved from [Jersey = country Jersey JE] to [New Jersey = state New Jersey US].',
    'He lives in [Mexico City = city Mexico City MX].',
    'He lives in [New Delhi = city New Delhi IN].',
    'He lives in [Kuala Lumpur = city Kuala Lumpur MY].',
  ],
  'one name, many places': [
    'Police in [Paris = city Paris US], [Texas = state Texas US], made an arrest.',
    'Police in [London = city London CA], [Ontario = state Ontario CA], made an arrest.',
    'The mayor of [Birmingham = city Birmingham US], [Alabama = state Alabama US], resigned.',
    'The mayor of [Birmingham = city Birmingham GB] resigned, [Britain = country United Kingdom GB] heard.',
    'He moved from [Athens = city Athens US], [Ohio = state Ohio US], to [Columbus = city Columbus US].',
    'He lives in [Cambridge = city Cambridge US], [Massachusetts = state Massachusetts US].',
    'He lives in [Portland = city Portland US], [Maine = state Maine US].',
    'Voters in [Georgia = state Georgia US], [Alabama = state Alabama US] and [Florida = state Florida US] went to the polls.',
    'Ministers of [Georgia = country Georgia GE], [Armenia = country Armenia AM] and [Azerbaijan = country Azerbaijan AZ] met.',
    'A fire in [Springfield = city Springfield US], [Ill. = state Illinois US], killed two.',
    'He drove from [Kansas City = city Kansas City US] to [St. Louis = city St. Louis US].',
    'He lives in [Valencia = city Valencia ES], [Spain = country Spain ES].',
    'He lives in [Valencia = city Valencia VE], [Venezuela = country Venezuela VE].',
    'The quake struck [San Juan = city San Juan AR], [Argentina = country Argentina AR].',
    'He lives in [Santiago = city Santiago CL], [Chile = country Chile CL].',
  ],
  'written otherwise': [
    'He lives in [São Paulo = city São Paulo BR].',
    'He lives in [Sao Paulo = city São Paulo BR].',
    'He lives in [Bogotá = city Bogotá CO] and [Bogota = city Bogotá CO].',
    'He lives in [Zürich = city Zürich CH].',
    'He lives in [Kraków = city Kraków PL].',
    'He lives in [Lodz = city Łódź PL].',
    'He lives in [Kiev = city Kyiv UA].',
    'He lives in [Bombay = city Mumbai IN].',
    'He lives in [Peking = city Beijing CN].',
    'He lives in [Saigon = city Ho Chi Minh City VN].',
    'He lives in [St. Petersburg = city Saint Petersburg RU], [Russia = country Russia RU].',
    'He lives in [Saint Petersburg = city Saint Petersburg RU], [Russia = country Russia RU].',
    '[BEIRUT = city Beirut LB], [Lebanon = country Lebanon LB] (AP) - Fighting went on.',
    '[NEW YORK = city New York City US], Sept 7 (Reuters) - Shares fell in [London = city London GB].',
    'He flew to [Tehran = city Tehran IR] from [Tbilisi = city Tbilisi GE].',
  ],
  'states, regions, waters': [
    'Rain fell in [California = state California US] and [Nevada = state Nevada US].',
    'Rain fell in [New South Wales = state New South Wales AU].',
    'Rain fell in [British Columbia = state British Columbia CA].',
    'Rain fell in [Bavaria = state Bavaria DE].',
    'Fighting in the [Donbas = region Donbas UA] went on.',
    'Fighting in [Darfur = region Darfur SD] went on.',
    'Fighting in [Kashmir = region Kashmir -] went on.',
    'Fighting in the [West Bank = region West Bank PS] went on.',
    'Fighting in the [Gaza Strip = region Gaza Strip PS] went on.',
    'Fighting in [Nagorno-Karabakh = region Nagorno-Karabakh AZ] went on.',
    'Drought in the [Sahel = region Sahel -] went on.',
    'Pirates in the [Gulf of Aden = water Gulf of Aden -] took a ship.',
    'Ships left the [Black Sea = water Black Sea -] by the [Bosphorus = water Bosphorus TR].',
    'Ships crossed the [South China Sea = water South China Sea -].',
    'Ships passed the [Strait of Hormuz = water Strait of Hormuz -].',
    'He toured the [Middle East = region Middle East -], [Africa = continent Africa -] and [Southeast Asia = region Southeast Asia -].',
    'He comes from [Crimea = region Crimea UA].',
    'He comes from [Scotland = region Scotland GB] and [Wales = region Wales GB].',
    'He comes from [Chechnya = region Chechnya RU].',
    'The [Niger Delta = region Niger Delta NG] has oil.',
    'The [Golan Heights = region Golan Heights -] are disputed.',
    'The [Korean Peninsula = landform Korean Peninsula -] is divided.',
    'He comes from [Sicily = landform Sicily IT].',
    'Troops fought in [Helmand = region Helmand AF] province.',
    'Floods hit [Orange County = district Orange County US], [California = state California US].',
  ],
  'people, not places': [
    'Jordan said he would play again.',
    'Michael Jordan said he would play again.',
    'Paris Hilton was seen.',
    'Ms. London spoke.',
    'Mr. Berlin left.',
    'Jack London wrote books.',
    'Denzel Washington acted.',
    'Chelsea Clinton spoke.',
    'President Lincoln died.',
    'Senator John Kerry spoke.',
    'Chad Smith drums.',
    'Georgia Smith sings.',
    'Charlotte Brontë wrote.',
    'Sydney Pollack died.',
    'Mr. Houston was buried.',
    'Whitney Houston sang.',
    'Tyler Perry laughed.',
    'Austin Powers is a film.',
    'Judge Dallas Brown ruled.',
    'Florence Nightingale nursed.',
  ],
  'organizations, not places': [
    'The Washington Post wrote.',
    'Manchester United won.',
    'Bank of America lent money.',
    'The New York Times wrote.',
    'Deutsche Bank lent money.',
    'Toronto-Dominion Bank lent money.',
    'The University of Oxford said so.',
    'Boston Scientific Corp. rose.',
    'Phoenix Pictures made it.',
    'The Los Angeles Lakers won.',
    'The Chicago Tribune wrote.',
    'Air France flew.',
    'British Airways flew.',
    'The Bank of England acted.',
    'Houston Rockets won.',
    'The Boston Globe wrote.',
    'The International Monetary Fund lent.',
  ],
  'words, not places': [
    'That was a nice day.',
    'Reading is good for you.',
    'Mobile phones are sold.',
    'A turkey was eaten.',
    'The china broke.',
    'He ate a chili and a hamburger.',
    'Most of them left.',
    'Nice work was done.',
    'Of course they came.',
    'A polish for shoes.',
    'She had a man in mind.',
    'Split the bill.',
    'The bath was hot.',
    'Best of all, they won.',
    'Orange juice is sold.',
    'The march went on.',
    'A cork floated.',
    'He ran the marathon in two hours.',
    'We dined on guinea fowl.',
    'A peninsula of no name.',
    'They came to light.',
    'Many were hurt.',
    'Angels sang.',
    'Victory was near.',
    'Hope is alive.',
  ],
  'works, laws, events, not places': [
    'The film "Casablanca" won.',
    'The novel "Middlemarch" was sold.',
    'The musical "Chicago" opened.',
    'Boeing sold a Dreamliner.',
    'A Ford Fiesta crashed.',
    'An Airbus A380 landed.',
    'The Treaty of Versailles ended it.',
    'The Dayton Accords held.',
  ],
  'unknown and unclear': [
    'He lives in a town.',
    'The south was hot.',
    'nothing here is written with capitals: paris, london, rome.',
    'The capital was calm.',
    'The border was closed.',
    'He came home.',
    'The city council met.',
    'The north was cold.',
    'The state said no.',
  ],
}

const read = (row: string) => {
  const expected: string[] = []
  const text = row.replace(/\[([^=\]]+) = ([^\]]+)\]/g, (_, words: string, place: string) => {
    expected.push(`${words} = ${place}`)
    return words
  })
  return { text, expected }
}

for (const [family, list] of Object.entries(rows))
  test.each(list)(`${family}: %s`, (row) => {
    const { text, expected } = read(row)
    const found = extract(text)
      .locations.flatMap(({ name, type, country, mentions }) =>
        mentions
          .filter(({ form }) => form === 'name')
          .map((mention) => ({ at: mention.start, said: `${mention.text} = ${type} ${name} ${country ?? '-'}` })),
      )
      .sort((a, b) => a.at - b.at)
    expect(found.map(({ said }) => said)).toEqual(expected)
  })

test('the table has at least 150 rows, near half of them near misses', () => {
  const all = Object.values(rows).flat()
  expect(all.length).toBeGreaterThanOrEqual(150)
  expect(all.filter((row) => !row.includes(' = ')).length / all.length).toBeGreaterThan(0.45)
})

test.each([
  ['Sao Paulo', 'São Paulo BR'],
  ['london', undefined],
  ['London', 'London GB'],
  ['Georgia', 'Georgia GE'],
  ['St. Louis', 'St. Louis US'],
  ['Saint Louis', 'St. Louis US'],
  ['Calif.', 'California US'],
  ['', undefined],
  ['__proto__', undefined],
])('lookup of %j', (name, expected) => {
  const [place] = lookup(name)
  expect(place && `${place.name} ${place.country}`).toBe(expected)
})
