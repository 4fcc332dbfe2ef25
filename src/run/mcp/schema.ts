import * as z from 'zod'
import { StorySchema } from '../../base/schema.ts'
import { ArticleSchema, optionSchemas } from '../serve/schema.ts'

const text = z.string().meta({ description: 'English news text, or with html: true the markup of a page.' })
const html = z.boolean().meta({ description: 'The text is a page of the web; its article is read.' })

/** What can be said of a text, besides its words. */
const about = z.strictObject({ ...optionSchemas, html }).partial().shape

export const extractInput = z.strictObject({ text, ...about })
export const explainInput = z.strictObject({
  text,
  at: z.int().min(0).meta({ description: 'The place, in UTF-16 code units from the beginning of the text.' }),
  ...about,
})

export const extractOutput = {
  story: StorySchema,
  article: ArticleSchema.optional().meta({ description: 'Of a page: offsets of the story are into its text.' }),
}
export const explainOutput = {
  candidates: z
    .array(
      // A near miss has its `stop` besides.
      z.looseObject({
        layer: z.enum(['entities', 'dates', 'locations', 'agenda']),
        start: z.int().min(0),
        end: z.int().min(0),
        text: z.string(),
        as: z.string().meta({ description: 'What it would be: person, date 2023-09-07, visit, topic.' }),
        source: z.string().meta({ description: 'The rule or model that said so.' }),
        confidence: z.number().min(0).max(1),
        stands: z.boolean().meta({ description: 'Whether the story has it.' }),
        why: z.string().meta({ description: 'Why it stands, or what won over it.' }),
      }),
    )
    .meta({ description: 'What was considered at the place, what stands first, near misses last.' }),
}
