import type * as z from 'zod'
import { answer, answerJson, type Exchange, json } from './exchange.ts'

/** A body, by its media type and the name of its shape. */
export interface Body<Shape extends string = string> {
  type: string
  schema: Shape
}

/** One way to use a route: what comes in, what goes out. */
export interface Operation<Ex extends Exchange = Exchange, Shape extends string = string> {
  takes?: Body<Shape>
  gives: Body<Shape>
  /** Other names of the media type that comes in. */
  aliases?: readonly string[]
  run(exchange: Ex): void | Promise<void>
}

/** A path with all that can be done there: requests are led by it, and the description of the server is written from it. */
export interface Route<Ex extends Exchange = Exchange, Shape extends string = string> {
  method: 'GET' | 'POST'
  /** Names in braces stand for what a request says there: `/story/{id}`. */
  path: string
  /** What it is called by in programs that are made from the description. */
  id: string
  summary: string
  description?: string
  /** What may stand in the query, and is left out where it is not wanted. */
  query?: Readonly<Record<string, z.ZodType>>
  operations: readonly [Operation<Ex, Shape>, ...Operation<Ex, Shape>[]]
  /** Answers of another status that are no problems. */
  others?: Readonly<Record<number, Body<Shape>>>
  /** Statuses of answers that are problems, besides those of every route. */
  problems: readonly number[]
}

/** The shapes that the routes of every server have. */
export type CommonShape = 'Description' | 'Metrics'

/** The routes by which any server says what it can do and how it does. */
export const commonRoutes = (describe: () => object): readonly Route<Exchange, CommonShape>[] => [
  {
    method: 'GET',
    path: '/openapi.json',
    id: 'describe',
    summary: 'Describes the server: OpenAPI 3.1',
    operations: [{ gives: { type: json, schema: 'Description' }, run: (exchange) => answerJson(exchange, describe()) }],
    problems: [],
  },
  {
    method: 'GET',
    path: '/metrics',
    id: 'metrics',
    summary: "Counts, in Prometheus' text format",
    operations: [
      {
        gives: { type: 'text/plain', schema: 'Metrics' },
        async run({ response, metrics }) {
          answer(response, 200, metrics.type, await metrics.text())
        },
      },
    ],
    problems: [],
  },
]
