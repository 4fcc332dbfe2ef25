/** How often topics are right: a curve over log odds (made by `train/agenda-confidence.ts`). */
export const curve = [0.3493, -0.205] as const
