/** How often topics are right: a curve over log odds (made by `train/agenda-confidence.ts`). */
export const curve = [0.3343, -0.202] as const
