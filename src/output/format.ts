import { describe, NutgrafError } from '../base/error.ts'
import type { Story } from '../base/story.ts'
import type { Syntax } from '../base/syntax.ts'
import { type About, titleOf } from './about.ts'
import { toBrat, toBratConfiguration } from './brat.ts'
import { toCalendar } from './calendar.ts'
import { toConll } from './conll.ts'
import { toConllu } from './conllu.ts'
import { toCsv, toTsv } from './csv.ts'
import { toDisplacy, toDisplacyTrees } from './displacy.ts'
import { type FormatName, formatNames } from './format-names.ts'
import { toGeoJson } from './geojson.ts'
import { toJsonLd } from './json-ld.ts'
import { toMarkdown } from './markdown.ts'
import { toNinjs } from './ninjs.ts'
import { toHtml } from './page/page.ts'
import { toWebAnnotation } from './web-annotation.ts'

/**
 * A way to write a story as text.
 *
 * @example
 * import { type Format, formats } from 'nutgraf/formats'
 *
 * const line = ({ name, extension, media }: Format) => `${name}: .${extension}, ${media}`
 * console.log(line(formats.geojson)) // places, GeoJSON: .geojson, application/geo+json
 */
export interface Format {
  /** What it is, for people. */
  name: string
  /** Of a file, without the point. */
  extension: string
  /** IANA media type. */
  media: string
  /** It is written of trees: `write` wants them as `about.syntax`. */
  needsSyntax?: true
  /** The story of a text in this format. */
  write(story: Story<string>, text: string, about: About): string
}

/** JSON that may stand in a `<script>` of a page: nothing in it ends the element, or a line of a program. */
const json = (value: unknown) =>
  `${JSON.stringify(value, null, 2).replace(/[<\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`

function syntaxOf({ syntax }: About): Syntax {
  if (syntax) return syntax
  throw new NutgrafError(
    'invalid-options',
    'formatStory.about.syntax',
    'expected the trees of the text, as readSyntax(text) of nutgraf/syntax gives them, got undefined',
  )
}

/**
 * All formats that are written as text, by the name that the command line and the playground know them by.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { formats } from 'nutgraf/formats'
 *
 * console.log(formats.csv.write(extract(''), '', {}).startsWith('layer,id')) // true
 */
export const formats: Readonly<Record<FormatName, Format>> = {
  json: { name: 'the story', extension: 'json', media: 'application/json', write: (story) => json(story) },
  html: { name: 'page with text, timeline and map', extension: 'html', media: 'text/html', write: toHtml },
  markdown: {
    name: 'briefing',
    extension: 'md',
    media: 'text/markdown',
    write: (story, _, about) => toMarkdown(story, about),
  },
  geojson: {
    name: 'places, GeoJSON',
    extension: 'geojson',
    media: 'application/geo+json',
    write: (story) => json(toGeoJson(story)),
  },
  ics: {
    name: 'events, iCalendar',
    extension: 'ics',
    media: 'text/calendar',
    write: (story, text, about) => toCalendar(story, about, text),
  },
  jsonld: {
    name: 'schema.org, JSON-LD',
    extension: 'jsonld',
    media: 'application/ld+json',
    write: (story, _, about) => json(toJsonLd(story, about)),
  },
  ninjs: {
    name: 'IPTC ninjs 3.1',
    extension: 'json',
    media: 'application/json',
    write: (story, text, about) => json(toNinjs(story, text, about)),
  },
  annotation: {
    name: 'W3C Web Annotation',
    extension: 'jsonld',
    media: 'application/ld+json',
    write: (story, text, about) => json(toWebAnnotation(story, text, about)),
  },
  brat: { name: 'brat standoff', extension: 'ann', media: 'text/plain', write: toBrat },
  'brat-conf': {
    name: 'brat annotation.conf',
    extension: 'conf',
    media: 'text/plain',
    write: (story) => toBratConfiguration(story),
  },
  conll: {
    name: 'CoNLL-2003 columns',
    extension: 'conll',
    media: 'text/plain',
    write: (story, text, { syntax }) => toConll(story, text, syntax),
  },
  conllu: {
    name: 'trees, CoNLL-U',
    extension: 'conllu',
    media: 'text/plain',
    needsSyntax: true,
    write: (_, __, about) => toConllu(syntaxOf(about)),
  },
  displacy: {
    name: 'displaCy JSON',
    extension: 'json',
    media: 'application/json',
    write: (story, text, about) => json(toDisplacy(story, text, about)),
  },
  'displacy-dep': {
    name: 'trees, displaCy JSON',
    extension: 'json',
    media: 'application/json',
    needsSyntax: true,
    write: (_, __, about) => json(toDisplacyTrees(syntaxOf(about))),
  },
  csv: { name: 'a row for each mention', extension: 'csv', media: 'text/csv', write: (story) => toCsv(story) },
  tsv: {
    name: 'the same with tabs',
    extension: 'tsv',
    media: 'text/tab-separated-values',
    write: (story) => toTsv(story),
  },
}

/**
 * A story in a format by its name. Where no title is given it is the first line of the text.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { formatStory } from 'nutgraf/formats'
 *
 * const text = 'Talks were held in Dhaka.'
 * console.log(formatStory('tsv', extract(text), text).split('\n').length) // 4
 * @throws NutgrafError `invalid-format` for a name that is none, with those that are
 */
export function formatStory(name: FormatName, story: Story<string>, text: string, about: About = {}): string {
  if (!formatNames.includes(name))
    throw new NutgrafError(
      'invalid-format',
      'formatStory.name',
      `expected one of ${formatNames.join(', ')}, got ${describe(name)}`,
    )
  if (typeof text !== 'string')
    throw new NutgrafError(
      'invalid-text',
      'formatStory.text',
      `expected the text that the story is of, got ${describe(text)}`,
    )
  return formats[name].write(story, text, { ...about, title: titleOf(text, about) })
}
