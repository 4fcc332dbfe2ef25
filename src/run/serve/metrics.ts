import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { StoryReader } from './reader.ts'

/** What a server counts, as Prometheus reads it. */
export interface Metrics {
  /** The media type of {@link text}. */
  type: string
  text(): Promise<string>
  request(method: string, path: string, status: number, seconds: number): void
}

/** What one that reads stories counts. */
export interface StoryMetrics extends Metrics {
  /** A story was read, or was not for a reason that a code names. */
  story(outcome: string): void
}

/** Seconds: a short story takes some milliseconds, one that is at the limit takes half a minute. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

export function openMetrics(registry = new Registry()): Metrics {
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'nutgraf_http_requests_total',
    help: 'Requests answered, by method, path and status; paths that are not known are "other".',
    labelNames: ['method', 'path', 'status'] as const,
    registers,
  })
  const durations = new Histogram({
    name: 'nutgraf_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'path'] as const,
    buckets,
    registers,
  })
  return {
    type: registry.contentType,
    text: () => registry.metrics(),
    request(method, path, status, seconds) {
      requests.inc({ method, path, status })
      durations.observe({ method, path }, seconds)
    },
  }
}

/** The same, with the stories of who reads them. */
export function openStoryMetrics(reader: StoryReader): StoryMetrics {
  const registry = new Registry()
  const registers = [registry]
  const stories = new Counter({
    name: 'nutgraf_stories_total',
    help: 'Stories asked for, by outcome: "read", or the code of what was wrong.',
    labelNames: ['outcome'] as const,
    registers,
  })
  for (const [key, help] of [
    ['workers', 'Workers that have started.'],
    ['busy', 'Workers that read.'],
    ['waiting', 'Stories that wait for a worker.'],
    ['reading', 'Stories that a worker has.'],
    ['restarted', 'Workers that ended, and have another in their place.'],
  ] as const)
    new Gauge({
      name: `nutgraf_pool_${key}`,
      help,
      registers,
      collect() {
        this.set(reader.health()[key])
      },
    })
  return { ...openMetrics(registry), story: (outcome) => stories.inc({ outcome }) }
}
