type Judged = readonly [margin: number, right: boolean]

const rounds = 20_000
const bins = 8

/**
 * How often a name is right, by its margin: slope and base of a logistic curve, fitted on stories that a model has not seen
 * (Platt 1999).
 */
export function confidenceCurve(judged: readonly Judged[], log: (line: string) => void): string {
  let [slope, base] = [0.05, 0]
  const said = (margin: number) => 1 / (1 + Math.exp(-(slope * margin + base)))
  for (let round = 0; round < rounds; round++) {
    let [ds, db] = [0, 0]
    for (const [margin, right] of judged) {
      const error = Number(right) - said(margin)
      ds += error * margin
      db += error
    }
    slope += (ds / judged.length) * 1e-4
    base += (db / judged.length) * 1e-2
  }
  const sorted = [...judged].sort((a, b) => a[0] - b[0])
  for (let i = 0; i < bins; i++) {
    const bin = sorted.slice(Math.floor((i * sorted.length) / bins), Math.floor(((i + 1) * sorted.length) / bins))
    const mean = (value: (one: Judged) => number) => bin.reduce((sum, one) => sum + value(one), 0) / bin.length
    const [confidence, right] = [mean(([margin]) => said(margin)), mean(([, right]) => Number(right))]
    log(`  confidence ${confidence.toFixed(3)}, right ${right.toFixed(3)}, ${bin.length} names`)
  }
  return `${slope.toFixed(4)} ${base.toFixed(3)}`
}
