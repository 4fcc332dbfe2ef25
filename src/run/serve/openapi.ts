import * as z from 'zod'
import { packageVersion as version } from '../../data/version.ts'
import { titleOf } from './problem.ts'
import type { Body, Operation, Route } from './route.ts'

const refTo = (name: string) => `#/components/schemas/${name}`
const content = ({ type, schema }: Body) => ({ [type]: { schema: { $ref: refTo(schema) } } })

/** Problems that any path answers with. */
const everywhere = [406, 500]

/** The shapes of bodies by the names that routes have for them. */
type Shapes = Readonly<Record<string, z.ZodType>>

/** A route as it is described: who runs it is of no interest. */
type Described = Omit<Route, 'operations'> & { operations: readonly Omit<Operation, 'run'>[] }

/** The description of a server with these routes: OpenAPI 3.1, whose schemas are JSON Schema as zod writes it. */
export function openApi(
  about: { title: string; summary: string },
  routes: readonly Described[],
  shapes: Shapes,
): object {
  return {
    openapi: '3.1.0',
    info: { ...about, version, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(
      routes.map((route) => [route.path, { [route.method.toLowerCase()]: operationOf(route) }]),
    ),
    components: { schemas: schemasOf(shapes) },
  }
}

function operationOf({ id, path, summary, description, query, operations, others = {}, problems }: Described): object {
  const taken = operations.flatMap(({ takes }) => (takes ? [content(takes)] : []))
  const parameters = [...inPath(path), ...inQuery(query)]
  return {
    operationId: id,
    summary,
    ...(description !== undefined && { description }),
    ...(parameters.length > 0 && { parameters }),
    ...(taken.length > 0 && { requestBody: { required: true, content: Object.assign({}, ...taken) } }),
    responses: Object.fromEntries([
      ['200', { description: 'What was asked for.', content: contentGiven(operations) }],
      ...Object.entries(others).map(
        ([status, body]) => [status, { description: titleOf(Number(status)), content: content(body) }] as const,
      ),
      ...[...problems, ...everywhere].sort().map((status) => [status, problem(status)] as const),
    ]),
  }
}

/** Bodies of one media type are told apart by what came in, which OpenAPI can't say: it is any of them. */
function contentGiven(operations: Described['operations']): object {
  const types = [...new Set(operations.map(({ gives }) => gives.type))]
  return Object.fromEntries(
    types.map((type) => {
      const names = new Set(operations.filter(({ gives }) => gives.type === type).map(({ gives }) => gives.schema))
      const refs = [...names].map((name) => ({ $ref: refTo(name) }))
      return [type, { schema: refs.length === 1 ? refs[0] : { oneOf: refs } }]
    }),
  )
}

const problem = (status: number) => ({
  description: titleOf(status),
  content: content({ type: 'application/problem+json', schema: 'Problem' }),
})

const inPath = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
  }))

const inQuery = (query: Shapes = {}) =>
  Object.entries(query).map(([name, schema]) => {
    const { $schema: _, description, ...shape } = z.toJSONSchema(schema)
    return { name, in: 'query', required: false, description, schema: shape }
  })

function schemasOf(shapes: Shapes): object {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(shapes)) registry.add(schema, { id })
  const written = z.toJSONSchema(registry, { uri: refTo, io: 'input' }).schemas
  return Object.fromEntries(Object.entries(written).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]))
}
