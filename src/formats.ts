export type { About } from './formats/about.ts'
export { toBrat, toBratConfiguration } from './formats/brat.ts'
export { toCalendar } from './formats/calendar.ts'
export { toConll } from './formats/conll.ts'
export { csvColumns, toCsv, toTsv } from './formats/csv.ts'
export { type DisplacyDocument, toDisplacy } from './formats/displacy.ts'
export { type Format, formatStory, formats } from './formats/format.ts'
export { type FormatName, formatNames } from './formats/format-names.ts'
export { type PlaceProperties, toGeoJson } from './formats/geojson.ts'
export { toJsonLd } from './formats/json-ld.ts'
export { toMarkdown } from './formats/markdown.ts'
export {
  type Ninjs,
  type NinjsEvent,
  type NinjsItem,
  type NinjsNamed,
  type NinjsSubject,
  toNinjs,
} from './formats/ninjs.ts'
export { toHtml } from './formats/page/page.ts'
export {
  toWebAnnotation,
  type WebAnnotation,
  type WebAnnotationCollection,
} from './formats/web-annotation.ts'
