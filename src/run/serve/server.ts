import type { BodyLimits } from './body.ts'
import type { StoryExchange } from './exchange.ts'
import type { Log } from './log.ts'
import { openStoryMetrics } from './metrics.ts'
import { type PageReader, pagesHere } from './pages.ts'
import type { StoryReader } from './reader.ts'
import { createRouteServer, type RouteServer } from './route-server.ts'
import { routes } from './routes.ts'

/** What a server may be told besides who reads its stories. */
export interface StoryServerOptions extends Partial<BodyLimits> {
  /** Who reads the articles of pages; without, this thread does. */
  pages?: PageReader
  log?: Log
}

/** Milliseconds in which a body has to come. */
const bodyPatience = 30_000

/** A server over those who read stories; it listens when it is told to. */
export function createStoryServer(reader: StoryReader, options: StoryServerOptions = {}): RouteServer {
  const { maxSize = 1 << 20, patience = bodyPatience, pages = pagesHere, ...rest } = options
  const metrics = openStoryMetrics(reader)
  const limits = { maxSize, patience }
  return createRouteServer<StoryExchange>({
    ...{ routes, metrics, patience, ...rest },
    exchangeOf: (exchange) => ({ ...exchange, metrics, limits, reader, pages }),
  })
}
