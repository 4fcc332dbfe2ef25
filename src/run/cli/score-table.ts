import type { Distances, Ratio, Score, Share, Wrong } from '../evaluate/figures.ts'

/** A score as tables to read in a terminal, and the first of its errors. */
export function scoreTable({ ratios, shares, distances, confusions, wrong }: Score, errors: number): string {
  const width = Math.max(...Object.keys({ ...ratios, ...shares, ...distances }).map(({ length }) => length)) + 2
  const rows = <T>(list: Record<string, T>, show: (value: T) => string) =>
    Object.entries(list).map(([name, value]) => `${name.padEnd(width)}${show(value)}`)
  const lines = [`${'%'.padEnd(width)}precision  recall      F1     right  predicted  gold`, ...rows(ratios, ratioLine)]
  if (distances)
    lines.push(
      '',
      `${'km'.padEnd(width)}within 161   median     mean    AUC  toponyms`,
      ...rows(distances, distanceLine),
    )
  if (Object.keys(shares).length > 0) lines.push('', ...rows(shares, shareLine))
  const taken = Object.entries(confusions ?? {}).map(([which, count]) => `${which} ${count}`)
  if (taken.length > 0) lines.push('', `Taken for another: ${taken.slice(0, 12).join(', ')}`)
  if (errors > 0) lines.push('', ...wrong.slice(0, errors).map(wrongLine))
  if (errors > 0 && wrong.length > errors) lines.push(`and ${wrong.length - errors} more`)
  return `${lines.join('\n')}\n`
}

const percent = (part: number) => (100 * part).toFixed(2).padStart(6)

const ratioLine = ({ precision, recall, f1, right, predicted, gold }: Ratio) =>
  `   ${percent(precision)}  ${percent(recall)}  ${percent(f1)}  ${String(right).padStart(8)}  ${String(predicted).padStart(9)}  ${gold}`

const shareLine = ({ share, right, of }: Share) => `   ${percent(share)}  ${right} of ${of}`

const km = (distance: number) => (Number.isNaN(distance) ? '-' : distance.toFixed(1)).padStart(7)

const distanceLine = ({ toponyms, accuracy161, medianKm, meanKm, auc }: Distances) =>
  toponyms === 0
    ? 'none has a point'
    : `  ${percent(accuracy161)} %  ${km(medianKm)}  ${km(meanKm)}  ${auc.toFixed(3)}  ${toponyms}`

const wrongLine = ({ kind, id, context, gold, predicted }: Wrong) => {
  const said = [gold && `is ${gold}`, predicted && `said ${predicted}`].filter(Boolean).join(', ')
  return `${kind.padEnd(9)} ${id}  ${context}${said ? `  (${said})` : ''}`
}
