// Ceilings of what a bundle takes over the wire, gzip; numbers change on purpose only.
// Our tsconfig names our own sources, which a user's bundler does not see.
const modifyEsbuildConfig = (config) => ({ ...config, tsconfigRaw: {}, logLevel: 'error' })
const entry = (path, imported, limit) => ({
  name: `${path.replace('dist/', 'nutgraf/').replace('/index.js', '').replace('.js', '')} ${imported}`,
  path,
  import: imported,
  limit,
  gzip: true,
  modifyEsbuildConfig,
})

export default [
  entry('dist/index.js', '{ extract }', '3.55 MB'),
  // With compromise, RE2JS and zod, which rules of a user are compiled by.
  entry('dist/index.js', '{ createExtractor }', '3.8 MB'),
  entry('dist/places.js', '{ lookup }', '1 MB'),
  entry('dist/places-full.js', '{ fullPlaces }', '1.2 MB'),
  entry('dist/schema.js', '{ StorySchema }', '30 kB'),
  entry('dist/syntax.js', '{ readSyntax }', '640 kB'),
  entry('dist/html.js', '{ readHtml }', '85 kB'),
  entry('dist/formats.js', '{ toGeoJson }', '500 B'),
  entry('dist/formats.js', '{ toCalendar }', '12 kB'),
  entry('dist/formats.js', '{ toJsonLd }', '2 kB'),
  entry('dist/formats.js', '{ toNinjs }', '2 kB'),
  entry('dist/formats.js', '{ toWebAnnotation }', '2 kB'),
  entry('dist/formats.js', '{ toBrat }', '2 kB'),
  entry('dist/formats.js', '{ toConll }', '4.2 kB'),
  entry('dist/formats.js', '{ toConllu }', '4 kB'),
  entry('dist/formats.js', '{ toDisplacy }', '2 kB'),
  entry('dist/formats.js', '{ toDisplacyTrees }', '1 kB'),
  entry('dist/formats.js', '{ toCsv }', '10 kB'),
  entry('dist/formats.js', '{ toMarkdown }', '30 kB'),
  // With what writes an event for a calendar, 11 kB, and what finds the sentence that tells of it.
  entry('dist/formats.js', '{ toHtml }', '82 kB'),
]
