/** How often events are right: a curve over log odds (made by `train/agenda-confidence.ts`). */
export const curve = [0.8249, -0.103] as const
