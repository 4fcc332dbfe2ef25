import type { Archive } from '../archive/archive.ts'
import type { Exchange } from '../serve/exchange.ts'
import type { Log } from '../serve/log.ts'
import { openMetrics } from '../serve/metrics.ts'
import { createRouteServer, type RouteServer } from '../serve/route-server.ts'
import { answerFault, type BrowseExchange } from './exchange.ts'
import { routes } from './routes.ts'
import type { Asked } from './view.ts'

/** What a server of an archive may be told besides. */
export interface ArchiveServerOptions {
  /** What the archive is called on its pages. */
  name?: string
  /** The day that it is, `YYYY-MM-DD`: what is planned from then on is ahead. */
  today?: () => string
  log?: Log
}

/** Milliseconds in which a client has to take its answer. */
const patience = 30_000

const todayHere = () => {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-')
}

/** A server of the pages of an archive; it listens when it is told to. */
export function createArchiveServer(archive: Archive, options: ArchiveServerOptions = {}): RouteServer {
  const { name = 'News archive', today = todayHere, ...rest } = options
  const askedOf = ({ path, params, query }: Exchange): Asked => ({ archive, name, params, query, path, today: today() })
  return createRouteServer<BrowseExchange>({
    ...{ routes, patience, metrics: openMetrics(), ...rest },
    exchangeOf: (exchange) => ({ ...exchange, asked: askedOf(exchange) }),
    answerProblem: (exchange, problem) => answerFault(exchange, askedOf(exchange), problem),
  })
}
