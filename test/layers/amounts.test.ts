import { expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'

/** The amounts of a text: "written = amount unit", several with "; " between them. */
const amountsIn = (text: string) =>
  extract(text)
    .entities.flatMap(({ value, mentions }) =>
      value ? [`${mentions[0]!.text} = ${Number(value.amount.toPrecision(12))} ${value.unit}`] : [],
    )
    .join('; ')

test.each([
  // Hundredths.
  ['The ticket will cost 75 cents.', '75 cents = 0.75 USD'],
  ['Bread is 90p, and milk 1 pound 20 pence.', '90p = 0.9 GBP; 1 pound 20 pence = 1.2 GBP'],
  ['It cost fourteen dollars and thirty-five cents.', 'fourteen dollars and thirty-five cents = 14.35 USD'],
  ['It paid 4 euros and 20 cents.', '4 euros and 20 cents = 4.2 EUR'],
  ['It paid 20 Australian cents and 30 euro cents.', '20 Australian cents = 0.2 AUD; 30 euro cents = 0.3 EUR'],
  ['Shares fell 99¢ on Friday.', '99¢ = 0.99 USD'],
  // One unit or multiplier for two numbers.
  ['Losses of $300-400 million are likely.', '$300 = 300000000 USD; 400 million = 400000000 USD'],
  ['They want £2-3bn.', '£2 = 2000000000 GBP; 3bn = 3000000000 GBP'],
  ['It lost between €40 and €50 million.', '€40 = 40000000 EUR; €50 million = 50000000 EUR'],
  [
    'Profit of 500 million to 550 million euros is likely.',
    '500 million = 500000000 EUR; 550 million euros = 550000000 EUR',
  ],
  ['Sales fell from 5 million to 3 million euros.', '3 million euros = 3000000 EUR'],
  // The country in the name of a currency is no place.
  ['It cost 500 million U.S. dollars.', '500 million U.S. dollars = 500000000 USD'],
  ['It fell to 64.50 U.S. cents.', '64.50 U.S. cents = 0.645 USD'],
  ['It needs 5 to 7 million dollars.', '5 = 5000000 USD; 7 million dollars = 7000000 USD'],
  ['It rose to $1.2 billion-$1.4 billion.', '$1.2 billion = 1200000000 USD; $1.4 billion = 1400000000 USD'],
  ['Between 10 and 12 percent voted.', '10 = 10 %; 12 percent = 12 %'],
  ['Two or three miles away it rained.', 'Two = 2 [mi_i]; three miles = 3 [mi_i]'],
  ['The sum grew from $500 to $1 million.', '$500 = 500 USD; $1 million = 1000000 USD'],
  ['It gave $5 to 10 people.', '$5 = 5 USD'],
  // Multipliers and words.
  ['A quarter of a million pounds is gone.', 'A quarter of a million pounds = 250000 GBP'],
  ['A million and a half dollars is gone.', 'A million and a half dollars = 1500000 USD'],
  ['They want two and a half million euros.', 'two and a half million euros = 2500000 EUR'],
  ['They want three hundred and fifty thousand yen.', 'three hundred and fifty thousand yen = 350000 JPY'],
  ['They want two billion four hundred million dollars.', 'two billion four hundred million dollars = 2400000000 USD'],
  ['They want one point five million dollars.', 'one point five million dollars = 1500000 USD'],
  ['The firm raised $3MM, £750k and $1.5T.', '$3MM = 3000000 USD; £750k = 750000 GBP; $1.5T = 1500000000000 USD'],
  [
    'The state set aside 2 lakh crore rupees and ₹1,20,000.',
    '2 lakh crore rupees = 2000000000000 INR; ₹1,20,000 = 120000 INR',
  ],
  // Currencies.
  [
    'SEK 300 million, CHF1.2bn, 500 PLN.',
    'SEK 300 million = 300000000 SEK; CHF1.2bn = 1200000000 CHF; 500 PLN = 500 PLN',
  ],
  ['R$40 million, NT$3 billion, S$9.', 'R$40 million = 40000000 BRL; NT$3 billion = 3000000000 TWD; S$9 = 9 SGD'],
  ['It lost Rs.500, KSh 900 and N500 million.', 'Rs.500 = 500 INR; KSh 900 = 900 KES; N500 million = 500000000 NGN'],
  [
    'It cost 40 million Polish zlotys or 9 Peruvian soles.',
    '40 million Polish zlotys = 40000000 PLN; 9 Peruvian soles = 9 PEN',
  ],
  ['Output fell: -0.3% in June, then 2%-3%.', '-0.3% = -0.3 %; 2% = 2 %; 3% = 3 %'],
  ['It cost KShs 300, Ush 4bn and five quid.', 'KShs 300 = 300 KES; Ush 4bn = 4000000000 UGX; five quid = 5 GBP'],
  ['She owes 300 Egyptian pounds.', '300 Egyptian pounds = 300 EGP'],
  ['She owes 40 million Czech crowns.', '40 million Czech crowns = 40000000 CZK'],
  ['The Norwegian fund lost 20 billion kroner.', '20 billion kroner = 20000000000 NOK'],
  ['The Danish fund lost 20 billion kroner.', '20 billion kroner = 20000000000 DKK'],
  ['In Iraq bread costs 500 dinars.', '500 dinars = 500 IQD'],
  ['He earns 900,000 won.', '900,000 won = 900000 KRW'],
  ['A$200m, a A$3 toll and a $5 fee.', 'A$200m = 200000000 AUD; A$3 = 3 AUD; $5 = 5 USD'],
  ['An eighth cost a million euros.', 'a million euros = 1000000 EUR'],
  ['It costs €12,50.', '€12,50 = 12.5 EUR'],
  // Pounds.
  ['A 500-pound bomb fell.', '500-pound = 500 [lb_av]'],
  ['They found 50 pounds of cocaine.', '50 pounds = 50 [lb_av]'],
  ['They spent 50 pounds of public money.', '50 pounds = 50 GBP'],
  ['She weighed about 7 pounds 6 ounces.', '7 pounds 6 ounces = 7.375 [lb_av]'],
  ['He paid 20 pounds.', '20 pounds = 20 GBP'],
  // Quantities.
  ['He is 6-foot-3, she is 5ft 9in.', '6-foot-3 = 6.25 [ft_i]; 5ft 9in = 5.75 [ft_i]'],
  ['A 100m sprint for a man 1.85m tall.', '100m = 100 m; 1.85m = 1.85 m'],
  ['It was minus 12 degrees Celsius, or 10°F.', 'minus 12 degrees Celsius = -12 Cel; 10°F = 10 [degF]'],
  ['Winds of 140 kilometers an hour and 60 knots.', '140 kilometers an hour = 140 km/h; 60 knots = 60 [kn_i]'],
  ['A 600-megawatt plant made 20 GWh.', '600-megawatt = 600 MW; 20 GWh = 20 GW.h'],
  ['It burned 3 hectares and 1,500 sq ft.', '3 hectares = 3 har; 1,500 sq ft = 1500 [sft_i]'],
  ['He walked 3 1/2 miles, then half a mile.', '3 1/2 miles = 3.5 [mi_i]; half a mile = 0.5 [mi_i]'],
  // Percent.
  ['Rates rose 25 basis points.', '25 basis points = 0.25 %'],
  ['Rates rose two percentage points, or half a percent.', 'two percentage points = 2 %; half a percent = 0.5 %'],
  ['Rates rose 5pc and 8.5 pct.', '5pc = 5 %; 8.5 pct = 8.5 %'],
  // Near misses.
  ['Labour took 12 seats, 5 won by women, for two real reasons.', ''],
  ['A video of 1080p and an iPhone 5C.', ''],
  ['Hundreds of millions of dollars vanished.', ''],
  ['About 5m people wear N95 masks.', ''],
  ['F-16 miles, Covid-19 percent, 1.2.3 percent', ''],
  ['A dollar is a dollar.', ''],
])('%s', (text, amounts) => {
  expect(amountsIn(text)).toBe(amounts)
})

test('an amount holds no other name', () => {
  const { entities, locations } = extract('The Turkish bank lost 20 million Danish kroner.')
  expect(entities.map(({ name }) => name)).toEqual(['Turkish', '20 million Danish kroner'])
  expect(locations.map(({ name }) => name)).toEqual(['Turkey'])
})
