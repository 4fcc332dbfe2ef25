/** What can be scored. Locations are toponyms, the agenda is topics and events. */
export const layers = ['entities', 'dates', 'locations', 'agenda'] as const
export type Layer = (typeof layers)[number]
