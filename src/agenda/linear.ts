/** A linear classifier over named features: `feature TAB weight TAB weight …`, a weight for each class, in hundredths. */
export interface Linear {
  scores(features: readonly string[]): number[]
}

export function openLinear(packed: string, classes: number): Linear {
  const weights = new Map<string, readonly number[]>()
  for (const line of packed.split('\n')) {
    const [feature = '', ...values] = line.split('\t')
    weights.set(
      feature,
      values.map((value) => Number.parseInt(value, 10) / 100),
    )
  }
  return {
    scores(features) {
      const sums = new Array<number>(classes).fill(0)
      for (const feature of features) {
        const own = weights.get(feature)
        if (own) for (let i = 0; i < classes; i++) sums[i]! += own[i]!
      }
      return sums
    },
  }
}

export const probability = (score: number): number => 1 / (1 + Math.exp(-score))
