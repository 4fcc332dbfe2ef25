/** What can be scored. Locations are toponyms, the agenda is topics and events. */
export const scoredLayers = ['entities', 'dates', 'locations', 'agenda'] as const
export type ScoredLayer = (typeof scoredLayers)[number]
