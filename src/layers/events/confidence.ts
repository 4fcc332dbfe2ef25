/** How often events are right: a curve over log odds (made by `train/agenda-confidence.ts`). */
export const curve = [0.8009, -0.075] as const
