import { expect, test } from 'vitest'
import { extract } from '../../src/api/index.ts'

const lead = 'President Joe Biden met with governors in Denver on Monday.\n\n'
const list = '- Governor Jane Miller, Ohio\n- Governor Carlos Ortega, Nevada\n'

test.each<[string, ...string[]]>([
  [`${lead}Participants in today’s meeting included:\n\n${list}`, 'Jane Miller', 'Carlos Ortega'],
  [`${lead}Governors attending the meeting:\n${list}`, 'Jane Miller', 'Carlos Ortega'],
  [
    `${lead}State leaders from the meeting included:\n\n1. Jane Miller, Ohio\n\n2. Carlos Ortega, Nevada\n`,
    'Jane Miller',
    'Carlos Ortega',
  ],
  [
    `${lead}Attendees:\n\nJane Miller, Governor of Ohio\nCarlos Ortega, Governor of Nevada\n`,
    'Jane Miller',
    'Carlos Ortega',
  ],
  // All on one line.
  [`${lead}Participants included:\n\n- Jane Miller, Ohio - Carlos Ortega, Nevada\n`, 'Jane Miller', 'Carlos Ortega'],
  [`${lead}Participants in the meeting included Jane Miller and Carlos Ortega.`, 'Jane Miller', 'Carlos Ortega'],
  [`${lead}The President was joined by Jane Miller and Carlos Ortega.`, 'Jane Miller', 'Carlos Ortega'],
  [`${lead}He was also joined by Governor Jane Miller of Ohio.`, 'Jane Miller'],
  // Near misses: what is below is another list, or the list has ended.
  [`${lead}The most popular books included:\n\n${list}`],
  [`${lead}Those not invited were told by phone:\n\n${list}`],
  [`${lead}Attendees:\n\n- Jane Miller, Ohio\n\nCarlos Ortega criticised the guests on television.`, 'Jane Miller'],
  [`${lead}A bridge was joined to a road by Jane Miller and Carlos Ortega.`],
  [`${lead}Jane Miller joined by phone a debate on Carlos Ortega.`],
  [`${lead}Participants discussed a book by Jane Miller and Carlos Ortega.`],
])('%s', (text, ...listed) => {
  const { entities, events } = extract(text)
  const names = events[0]?.participants.map((id) => entities.find((one) => one.id === id)?.name)
  expect(names?.filter((name) => name === 'Jane Miller' || name === 'Carlos Ortega')).toEqual(listed)
})
