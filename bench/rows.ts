/** Where figures are kept; git ignores it. */
export const resultFile = new URL('result.json', import.meta.url).pathname

type Figures<Name extends string> = Record<Name, number>

/** What a run of the bench has found. */
export interface Measured {
  quick: boolean
  file: string
  stories: number
  bytes: number
  /** Warm: by system. */
  throughput: Record<string, Figures<'MB/s' | 'times the glue'>>
  /** Milliseconds a story. */
  latency: Record<string, Figures<'p50' | 'p99'>>
  /** Milliseconds a megabyte, by layer. */
  warmLayers: Record<string, number>
  coldLayers: Record<string, number>
  /** Of fresh processes: milliseconds, and MiB above an empty program. */
  cold: Record<string, number>
  first: Record<string, number>
  memory: Record<string, number>
  /** Bytes that a story leaves behind; null where it was not measured. */
  heap: number | null
  /** KiB of bundles, and MB of the npm tarball. */
  size: Record<string, number>
  tarball: number
  /** A character of hard input against one of news, the slowest first. */
  worst: Record<string, number>
  /** Bytes of the corpus, seconds of one worker, of two, and how many times as fast these are. */
  workers: Figures<'bytes' | 'one' | 'two' | 'ratio'>
}

/** A line of the table: nutgraf, what people put together today, and the one against the other. */
export interface Row {
  nutgraf: string
  glue: string
  ratio: string
}

const digits = (figure: number | undefined, unit = '') =>
  figure === undefined ? '' : `${Number(figure.toPrecision(3)).toLocaleString('en')}${unit}`
const times = (figure: number) => digits(figure, ' ×')

/** The figures that count, by what they say. */
export function rowsOf(measured: Measured): Record<string, Row> {
  const { throughput, latency, cold, first, memory, size, tarball, worst, workers } = measured
  const speed = (name: string) => throughput[name]!
  const beside = (figures: Record<string, number | undefined>, name = 'nutgraf'): Row => {
    const [nutgraf, glue] = [figures[name]!, figures.glue!]
    return { nutgraf: digits(nutgraf), glue: digits(glue), ratio: times(nutgraf / glue) }
  }
  const [hardest, most] = Object.entries(worst)[0]!
  const faster = (name: string): Row => ({
    nutgraf: digits(speed(name)['MB/s']),
    glue: digits(speed('glue')['MB/s']),
    ratio: times(speed(name)['times the glue']),
  })
  const alone = (nutgraf: string): Row => ({ nutgraf, glue: '', ratio: '' })
  return {
    'MB of text a second, story by story': faster('nutgraf'),
    'the same in blocks (`extractMany`)': faster('in blocks'),
    'first 200 stories of a fresh process (ms)': beside(first),
    'the same in blocks': beside(first, 'in blocks'),
    'a story, half of them under (ms)': beside(p('p50')),
    'a story, 99 of 100 under (ms)': beside(p('p99')),
    'import and first story (ms)': beside(cold),
    'memory above an empty program (MiB)': beside(memory),
    'browser bundle with all data, gzip (KiB)': beside(size),
    'npm tarball (MB)': alone(digits(tarball)),
    [`two workers against one, ${digits(workers.bytes / 1e6)} MB of news`]: alone(times(workers.ratio)),
    [`hardest input (${hardest}), a character against one of news`]: alone(times(most)),
  }

  function p(part: 'p50' | 'p99') {
    return { nutgraf: latency.nutgraf?.[part], glue: latency.glue?.[part] }
  }
}
