import type { Story } from '../base/story.ts'
import type { csvColumns } from './csv.ts'
import { type MentionOf, mentionsOf } from './mentions.ts'

/** What a table says of a mention, by column. */
export type Row = Partial<Record<(typeof csvColumns)[number], string | number | null>>

/** A row for each mention of a story, in order of position. */
export const rowsOf = (story: Story<string>): Row[] =>
  mentionsOf(story).map((mention) => {
    const { layer, item, type, name, text, start, end, confidence, source } = mention
    return { layer, id: item.id, type, name, text, start, end, confidence, source, ...particulars(mention) }
  })

function particulars(mention: MentionOf): Row {
  switch (mention.layer) {
    case 'entity':
      return { value: mention.item.value?.amount ?? null, unit: mention.item.value?.unit ?? null }
    case 'date': {
      const { value, from, to } = mention.item
      return { value, from, to }
    }
    case 'location': {
      const { country, admin, geonames, coordinates, precision, within, mentions } = mention.item
      const { sense, form } = mentions[mention.nth]!
      return { country, admin, geonames, ...coordinates, precision, within, sense, form }
    }
    case 'event':
      return { status: mention.item.status }
    case 'topic':
      return { status: mention.item.status, event: mention.item.event }
  }
}
