import cliProgress, { type Options, type SingleBar } from 'cli-progress'
import type { Progress } from '../../api/batch.ts'

/** What is left is told by the speed of the last half minute: so many samples, so many milliseconds apart. */
const [samples, apart] = [120, 250]

/** Before two samples there is no speed. */
const timeLeft: Options['formatTime'] = (seconds, options, round) =>
  typeof seconds === 'number' ? cliProgress.Format.TimeFormat(seconds, options, round) : '?'

const counts = '{stories} stories | {errors} errors'

/** Draws on standard error; undefined ends it. What was read by runs before counts for no speed. */
export function progressBar(): (progress: Progress | undefined) => void {
  let bar: SingleBar | undefined
  let latest: Progress | undefined
  let drawn = 0
  const draw = ({ bytes, total, ...told }: Progress) => {
    drawn = performance.now()
    if (!bar) {
      const format =
        total > 0 ? `{bar} {percentage}% | ${counts} | {eta_formatted} left` : `${counts} | {duration_formatted}`
      bar = new cliProgress.SingleBar({ format, fps: 1000 / apart, etaBuffer: samples, formatTime: timeLeft })
      bar.start(total, bytes, told)
    } else bar.update(bytes, told)
  }
  return (progress) => {
    if (progress) {
      latest = progress
      if (!bar || performance.now() - drawn >= apart) draw(progress)
      return
    }
    if (latest) draw(latest)
    bar?.stop()
    bar = latest = undefined
  }
}
