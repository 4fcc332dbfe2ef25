import * as z from 'zod'
import { packageVersion as version } from '../../data/version.ts'
import { titleOf } from './problem.ts'
import type { Body, Operation, Route } from './routes.ts'
import { bodySchemas, querySchemas } from './schema.ts'

const refTo = (name: string) => `#/components/schemas/${name}`
const content = ({ type, schema }: Body) => ({ [type]: { schema: { $ref: refTo(schema) } } })

/** Problems that any path answers with. */
const everywhere = [406, 500]

/** The description of a server with these routes: OpenAPI 3.1, whose schemas are JSON Schema as zod writes it. */
export function openApi(routes: readonly Route[]): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'nutgraf',
      version,
      summary: 'Entities, dates, locations, agenda topics and events of English news.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(
      routes.map((route) => [route.path, { [route.method.toLowerCase()]: operationOf(route) }]),
    ),
    components: { schemas: schemas() },
  }
}

function operationOf({ id, summary, description, hasOptions, operations, others = {}, problems }: Route): object {
  const taken = operations.flatMap(({ takes }) => (takes ? [content(takes)] : []))
  return {
    operationId: id,
    summary,
    ...(description !== undefined && { description }),
    ...(hasOptions && { parameters: parameters() }),
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
function contentGiven(operations: readonly Operation[]): object {
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

const parameters = () =>
  Object.entries(querySchemas).map(([name, schema]) => {
    const { $schema: _, description, ...shape } = z.toJSONSchema(schema)
    return { name, in: 'query', required: false, description, schema: shape }
  })

function schemas(): object {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(bodySchemas)) registry.add(schema, { id })
  const written = z.toJSONSchema(registry, { uri: refTo, io: 'input' }).schemas
  return Object.fromEntries(Object.entries(written).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]))
}
