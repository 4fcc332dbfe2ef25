const article = require('../built/article.cjs')

/** Rules that need all that may be loaded later: the schema library, compromise, linear regular expressions. */
const rules = [
  {
    name: 'platforms',
    names: { vessel: { 'MV Ursa Major': ['Ursa Major'] } },
    rules: [
      { id: 'haggle', match: '{haggle} over [<topic>#NounPhrase]' },
      { id: 'grade', match: '[<topic>/^[a-z]+-[0-9]+$/] {cost}' },
    ],
  },
]
const text = 'The Ursa Major left on 09/07/2023 at 10:30 GMT. They haggled over grain prices. A wheat-2 costs more.'

const hash = async (value) => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(value)))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const line = (found) => JSON.stringify(found)
exports.print = (found) => console.log(line(found))

/** What a server gives to read, together with what the README's sample of one answers. */
exports.served = async (found, sample) => {
  const response = await sample(new Request('http://localhost/', { method: 'POST', body: article }))
  return new Response(`${line(found)}\n${line({ plain: await hash(await response.json()) })}`)
}

exports.batch = async (extractAll) => {
  const outcomes = []
  for await (const outcome of extractAll([{ text: article, published: '2023-08-30' }], { workers: 1 }))
    outcomes.push(await hash(outcome.story))
  return { batch: outcomes.join() }
}

/** Whether a fault can be told by its class where it was thrown by another entry. */
const isTold = ({ NutgrafError, readHtml }) => {
  try {
    readHtml('<a href="/">Home</a>')
  } catch (error) {
    return error instanceof NutgrafError && error.code === 'no-article'
  }
}

/** What every platform has to print, of all that is published and runs everywhere. */
exports.prints = async (nutgraf) => {
  const { createExtractor, extract, formatNames, formatStory, lookup, readHtml, readSyntax } = nutgraf
  const story = extract(article, { published: '2023-08-30' })
  const page = readHtml(`<article><p>${article.replaceAll('\n', '</p><p>')}</p></article>`)
  const syntax = readSyntax(article)
  return {
    story: await hash(story),
    plain: await hash(extract(article)),
    rules: await hash(createExtractor({ rules }).extract(text)),
    rest: await hash([page, lookup('Dhaka'), formatNames.map((name) => formatStory(name, story, article, { syntax }))]),
    told: isTold(nutgraf),
  }
}
