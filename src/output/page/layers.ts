import type { StoryLayer } from '../mentions.ts'

/** The layers as a page names them, in the order in which it shows them. */
export const layerNames: Readonly<Record<StoryLayer, string>> = {
  entity: 'Who',
  date: 'When',
  location: 'Where',
  event: 'Events',
  topic: 'Topics',
}
