/** A margin or log odds, and whether what they stand for was right. */
export type Judged = readonly [margin: number, right: boolean]

const rounds = 20_000
const bins = 8

/** How fast a curve is fitted. Margins of names are in the dozens, log odds are not. */
export const steps = { margins: { slope: 1e-4, base: 1e-2 }, odds: { slope: 2e-2, base: 2e-2 } }

/**
 * How often something is right, by its margin: slope and base of a logistic curve, fitted on stories that a model has not
 * seen (Platt 1999).
 */
export function confidenceCurve(
  judged: readonly Judged[],
  log: (line: string) => void,
  step = steps.margins,
): [slope: number, base: number] {
  let [slope, base] = [0.05, 0]
  const said = (margin: number) => 1 / (1 + Math.exp(-(slope * margin + base)))
  for (let round = 0; round < rounds; round++) {
    let [ds, db] = [0, 0]
    for (const [margin, right] of judged) {
      const error = Number(right) - said(margin)
      ds += error * margin
      db += error
    }
    slope += (ds / judged.length) * step.slope
    base += (db / judged.length) * step.base
  }
  const sorted = [...judged].sort((a, b) => a[0] - b[0])
  for (let i = 0; i < bins; i++) {
    const bin = sorted.slice(Math.floor((i * sorted.length) / bins), Math.floor(((i + 1) * sorted.length) / bins))
    const mean = (value: (one: Judged) => number) => bin.reduce((sum, one) => sum + value(one), 0) / bin.length
    const [confidence, right] = [mean(([margin]) => said(margin)), mean(([, right]) => Number(right))]
    log(`  confidence ${confidence.toFixed(3)}, right ${right.toFixed(3)}, ${bin.length} cases`)
  }
  return [Number(slope.toFixed(4)), Number(base.toFixed(3))]
}
