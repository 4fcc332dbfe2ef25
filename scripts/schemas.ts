// Writes the JSON Schemas of the story and of rule sets beside the built library.
import { writeFileSync } from 'node:fs'
import * as z from 'zod'
import { StorySchema } from '../src/base/schema.ts'
import { SyntaxSchema } from '../src/base/syntax-schema.ts'
import { ruleSetSchema } from '../src/rules/schema.ts'

const schemas = {
  'story.schema.json': [StorySchema, 'A nutgraf story'],
  'rules.schema.json': [ruleSetSchema(), 'A nutgraf rule set'],
  'syntax.schema.json': [SyntaxSchema, 'Sentences and their trees by nutgraf'],
} as const
for (const [file, [schema, title]] of Object.entries(schemas)) {
  const json = { title, ...z.toJSONSchema(schema) }
  writeFileSync(new URL(`../dist/${file}`, import.meta.url), `${JSON.stringify(json, null, 2)}\n`)
}
