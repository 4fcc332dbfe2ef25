export type { About } from '../output/about.ts'
export { toBrat, toBratConfiguration } from '../output/brat.ts'
export { toCalendar } from '../output/calendar.ts'
export { toConll } from '../output/conll.ts'
export { toConllu } from '../output/conllu.ts'
export { csvColumns, toCsv, toTsv } from '../output/csv.ts'
export { type DisplacyDocument, type DisplacyTree, toDisplacy, toDisplacyTrees } from '../output/displacy.ts'
export { type Format, formatStory, formats } from '../output/format.ts'
export { type FormatName, formatNames } from '../output/format-names.ts'
export { type PlaceProperties, toGeoJson } from '../output/geojson.ts'
export { type JsonLdArticle, type JsonLdThing, toJsonLd } from '../output/json-ld.ts'
export { toMarkdown } from '../output/markdown.ts'
export {
  type Ninjs,
  type NinjsEvent,
  type NinjsItem,
  type NinjsNamed,
  type NinjsSubject,
  toNinjs,
} from '../output/ninjs.ts'
export { toHtml } from '../output/page/page.ts'
export {
  toWebAnnotation,
  type WebAnnotation,
  type WebAnnotationCollection,
} from '../output/web-annotation.ts'
