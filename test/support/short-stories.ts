/** Stories of a sentence or two, as many as are wanted, which tell of the same few people, places and days again and again. */
export function shortStories(count: number) {
  const people = ['Sergey Lavrov', 'Condoleezza Rice', 'Abdul Momen', 'Jack Straw', 'Kofi Annan', 'Joschka Fischer']
  const cities = ['Dhaka', 'Beirut', 'Cairo', 'Ankara', 'Nairobi', 'Jakarta', 'Oslo']
  const subjects = ['grain exports', 'the peace plan', 'a gas pipeline', 'climate aid', 'border security']
  const of = <T>(list: readonly T[], number: number) => list[number % list.length]!
  return Array.from({ length: count }, (_, i) => {
    const turn = Math.floor(i / 7)
    const [one, other] = [of(people, i), of(people, i + 1 + (turn % 5))]
    const text = [
      `${one} arrived in ${of(cities, turn)} on Monday for talks with ${other} about ${of(subjects, turn)}.`,
      `${one} and ${other} met in ${of(cities, turn)} on Tuesday and discussed ${of(subjects, i)}, officials said in story ${i}.`,
      `${other} will visit ${of(cities, i)} next week, a spokesman for ${one} said in story ${i}.`,
    ]
    const published = new Date(Date.UTC(2006, 1, 1 + (turn % 300))).toISOString().slice(0, 10)
    return { id: `s${i}`, text: of(text, i), published, title: `Story ${i}`, url: `https://example.org/${i}` }
  })
}
