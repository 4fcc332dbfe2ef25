import type { IncomingMessage } from 'node:http'
import { MIMEType } from 'node:util'
import Negotiator from 'negotiator'
import type { Exchange } from './exchange.ts'
import { Problem } from './problem.ts'
import type { Operation, Route } from './route.ts'

/** More routes than these are told by the description of the server. */
const mostTold = 10

/** A route with what a path says at the names of its own. */
export interface Match<Ex extends Exchange> {
  route: Route<Ex>
  params: Readonly<Record<string, string>>
}

/** The route of a path, if there is one. */
export function matchOf<Ex extends Exchange>(routes: readonly Route<Ex>[], path: string): Match<Ex> | undefined {
  const parts = path.split('/')
  for (const route of routes) {
    const params = paramsOf(route.path.split('/'), parts)
    if (params) return { route, params }
  }
  return undefined
}

/** What stands at the names of a route, undefined where the path is another. */
function paramsOf(names: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  if (names.length !== parts.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, name] of names.entries())
    if (name.startsWith('{')) params[name.slice(1, -1)] = decoded(parts[i]!)
    else if (name !== parts[i]) return undefined
  return params
}

/** What is no escape of an address stays as it is: nothing is found by it. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** What a request wants done. @throws Problem that says what it may want */
export function operationFor<Ex extends Exchange>(
  request: IncomingMessage,
  route: Route<Ex> | undefined,
  routes: readonly Route<Ex>[],
): Operation<Ex> {
  if (!route) {
    const known = routes.map(({ method, path }) => `${method} ${path}`).join(', ')
    const advice = routes.length > mostTold ? 'GET /openapi.json tells what there is' : `known are ${known}`
    throw new Problem(404, `there is nothing at this path; ${advice}`)
  }
  const methods = route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]
  if (!methods.includes(request.method!))
    throw new Problem(405, `${route.path} is for ${methods.join(' and ')}`, { headers: { allow: methods.join(', ') } })
  const operation = taking(request, route)
  const { type } = operation.gives
  // Who names a charset means that of text, which is UTF-8 here.
  if (!new Negotiator(request).mediaType([type, `${type}; charset=utf-8`]))
    throw new Problem(406, `the answer is ${type}; name it in Accept, or leave Accept out`)
  return operation
}

/** The operation that takes what a request sends. */
function taking<Ex extends Exchange>(request: IncomingMessage, { operations }: Route<Ex>): Operation<Ex> {
  const [first] = operations
  if (!first.takes) return first
  const types = operations.map(({ takes }) => takes!.type).join(', ')
  const refuse = (what: string) =>
    new Problem(415, `${what}; send ${types} as Content-Type`, { headers: { 'accept-post': types } })
  const encoding = request.headers['content-encoding']
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    throw new Problem(415, `a body in the encoding "${encoding}" is not read; send it as it is`, {
      headers: { 'accept-encoding': 'identity' },
    })
  const named = request.headers['content-type']
  if (named === undefined) throw refuse('what the body is was not said')
  const type = essenceOf(named)
  const operation = operations.find(({ takes, aliases = [] }) => type === takes!.type || aliases.includes(type))
  if (!operation) throw refuse(`${JSON.stringify(type)} is not read`)
  return operation
}

function essenceOf(named: string): string {
  try {
    return new MIMEType(named).essence
  } catch {
    return named
  }
}
