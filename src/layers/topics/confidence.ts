/** How often topics are right: a curve over log odds (made by `train/agenda-confidence.ts`). */
export const curve = [0.4308, -0.088] as const
