/** How often events are right: a curve over log odds (made by `train/agenda-confidence.ts`). */
export const curve = [0.7681, 0.034] as const
