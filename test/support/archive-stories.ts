import type { ArchiveInput } from '../../src/run/archive/archive.ts'

/** Stories of a small archive: one meeting told by several, a visit that was planned and held, markup, a long name. */
export const archiveStories: readonly ArchiveInput[] = [
  {
    id: 'dhaka-1',
    title: 'Lavrov to visit Dhaka next week',
    published: '2023-08-30',
    publisher: 'The Daily Courier',
    url: 'https://example.org/lavrov-dhaka',
    text: `Lavrov to visit Dhaka next week

Russian Foreign Minister Sergey Lavrov will visit Dhaka on September 7 for talks with Bangladeshi Foreign Minister AK Abdul Momen, diplomats said on Wednesday.
The two ministers will discuss the Rooppur nuclear power plant and food security.
Lavrov will travel to New Delhi on September 8 to attend the G20 summit.`,
  },
  {
    id: 'dhaka-2',
    title: 'Momen: Rooppur tops agenda of Lavrov visit',
    published: '2023-09-05',
    publisher: 'Bengal Wire',
    url: 'https://example.org/rooppur',
    text: `Momen: Rooppur tops agenda of Lavrov visit

Russian Foreign Minister Sergey Lavrov will visit Dhaka on September 7, Bangladeshi Foreign Minister AK Abdul Momen told reporters in Dhaka on Tuesday.
Momen and Lavrov will discuss the Rooppur nuclear power plant and fertilizer supplies.`,
  },
  {
    id: 'dhaka-3',
    title: 'Lavrov meets Momen in Dhaka',
    published: '2023-09-07',
    publisher: 'The Daily Courier',
    url: 'https://example.org/lavrov-momen',
    text: `Lavrov meets Momen in Dhaka

Russian Foreign Minister Sergey Lavrov met Bangladeshi Foreign Minister AK Abdul Momen in Dhaka on Thursday.
They discussed the Rooppur nuclear power plant and trade in rubles.
Sergey Lavrov visited Dhaka on Thursday on his way to the G20 summit in New Delhi.`,
  },
  {
    id: 'g20',
    title: 'Leaders gather in New Delhi',
    published: '2023-09-08',
    publisher: 'Capital Press',
    text: `Leaders gather in New Delhi

U.S. President Joe Biden will meet Indian Prime Minister Narendra Modi in New Delhi on Friday to discuss nuclear energy and semiconductors.
Leaders of the G20 will hold a summit in New Delhi on September 9 and 10.
Chinese Premier Li Qiang and Russian Foreign Minister Sergey Lavrov will attend the summit in New Delhi on September 9.`,
  },
  {
    id: 'biden-modi',
    title: 'Biden and Modi talk chips and reactors',
    published: '2023-09-09',
    publisher: 'Bengal Wire',
    url: 'https://example.org/biden-modi',
    text: `Biden and Modi talk chips and reactors

U.S. President Joe Biden met Indian Prime Minister Narendra Modi in New Delhi on Friday. They discussed semiconductors and climate finance.
British Prime Minister Rishi Sunak held talks with Narendra Modi in New Delhi on Saturday on a free trade agreement.`,
  },
  {
    id: 'hanoi',
    title: 'Biden lands in Hanoi',
    published: '2023-09-10',
    publisher: 'Capital Press',
    text: `Biden lands in Hanoi

U.S. President Joe Biden visited Hanoi on Sunday and met Vietnamese leader Nguyen Phu Trong. They signed an agreement on semiconductors and minerals.
Secretary of State Antony Blinken will visit Kinshasa and Luanda in October, the State Department said.`,
  },
  {
    id: 'moscow',
    title: 'Xi to host Putin in Beijing',
    published: '2023-09-19',
    publisher: 'The Daily Courier',
    text: `Xi to host Putin in Beijing

Russian President Vladimir Putin will visit Beijing on October 17 to meet Chinese President Xi Jinping. They will discuss energy supplies and the Belt and Road initiative.
Russian Foreign Minister Sergey Lavrov met Chinese Foreign Minister Wang Yi in Moscow on Monday to discuss the visit.
A meeting with the Organization for the Prohibition of Chemical Weapons in The Hague was cancelled.`,
  },
  {
    id: 'markup',
    title: '<script>alert(1)</script> "Talks" & more',
    published: '2023-09-20',
    publisher: '<b>Bold</b> News',
    url: 'javascript:alert(1)',
    text: `<script>alert(1)</script> French President Emmanuel Macron will meet <b>German Chancellor Olaf Scholz</b> in Hamburg on October 9 & 10 to discuss "energy prices".`,
  },
  {
    id: 'kyiv',
    published: '2023-09-21',
    text: `Ukrainian President Volodymyr Zelenskyy met Joe Biden in Washington on Thursday and will address parliament in Ottawa on Friday. Biden and Zelenskyy discussed air defense.`,
  },
]
