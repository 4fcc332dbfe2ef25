import article from '../fixtures/lavrov/article.txt?raw'
import type { RuleSet } from '../src/api/index.ts'
import type { State } from './protocol.ts'

const story = (published: string, text: string): State => ({ text, published, dayFirst: false, rules: '' })

/** Stories to try the page with, by what their buttons say. */
export const examples = {
  'Foreign visit': story('2023-08-30', article),
  Storm: story(
    '2024-10-08',
    `Tens of thousands leave Florida’s coast ahead of hurricane

TAMPA, Florida – More than 60,000 people were told to leave their homes around Tampa Bay on Tuesday as Hurricane Milton crossed the Gulf of Mexico with winds of 150 miles per hour.

The storm is expected to make landfall late on Wednesday. “This is the time to go,” Tampa Mayor Jane Castor said at a news conference on Monday evening.

The Federal Emergency Management Agency has sent 900 workers to the state. President Joe Biden postponed a trip to Germany and Angola, which was to begin on Thursday, to oversee the response.

Officials from Hillsborough and Pinellas counties will meet at 9 a.m. on Friday to discuss shelters and the reopening of schools.
`,
  ),
  Business: story(
    '2025-03-04',
    `Northwind to buy Danish battery maker for €240 million

ROTTERDAM – Northwind Shipping said on Tuesday that it had agreed to buy Aalborg Cells, a maker of batteries for ferries, for €240 million.

Shareholders of the Dutch company will vote on the purchase at a meeting in Rotterdam on April 17. Chief Executive Anna de Wit and her counterpart Lars Holm signed the agreement in Copenhagen last Friday.

Shares of Northwind rose 6% in Amsterdam. The company, founded in 1921, employs 3,400 people and had sales of $1.1 billion last year.
`,
  ),
  'Town council': story(
    '2024-05-15',
    `Council to decide on Mill Street bridge

ITHACA, New York – The Common Council will vote on June 5 on whether to close the Mill Street bridge for repairs, Mayor Ruth Delgado said on Wednesday.

The council discussed the cost of the repairs, $2.3 million, and a new bus route to Cornell University at its meeting last week. Residents can speak at a hearing at Central Library on May 29.

“We’ve waited since 2019,” said Tom Becker, who runs a bakery next to the bridge.
`,
  ),
} satisfies Record<string, State>

/** A set for the first of the stories: a list of names, and a rule with its sentences. */
const rules: RuleSet = {
  name: 'example',
  names: { programme: { 'Gazprom initiatives': [] } },
  rules: [
    {
      id: 'stopover',
      match: 'making a [<visit>stopover] in',
      status: 'planned',
      yes: ['He will be en route, making a [visit stopover] in the capital.'],
      no: ['The stopover was short.'],
    },
  ],
}

export const exampleWithRules: State = { ...examples['Foreign visit'], rules: JSON.stringify(rules, null, 2) }
