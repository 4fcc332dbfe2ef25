import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { NutgrafError } from '../../../base/error.ts'
import { eventStatuses, eventTypes } from '../../../base/types.ts'
import type { Database } from '../database.ts'
import { type ArchiveEvent, type EventQuestion, eventOrders } from '../questions.ts'
import { listOf } from '../rows.ts'
import type { Tables } from '../tables.ts'
import {
  checkChoice,
  checkCount,
  checkId,
  checkName,
  checkOffset,
  checkQuestion,
  checkWords,
  type Days,
  dayAfter,
  daysOf,
} from './checks.ts'
import { eventsAbout } from './on-agenda.ts'
import { isNamed, isWithin } from './where.ts'
import { bearersOf } from './who.ts'
import { type EventRow, wholeEvents } from './whole-events.ts'

const keys = [
  ...(['who', 'where', 'from', 'to', 'type', 'status', 'topic', 'toldFrom', 'toldTo', 'order'] as const),
  ...(['limit', 'offset', 'sources'] as const),
] satisfies (keyof EventQuestion)[]

type Events = ExpressionBuilder<Tables, 'events'>
type Condition = (eb: Events) => Expression<SqlBool>

/** The days of an event, or where it has none those on which it was told. */
const firstDay = sql<string | null>`coalesce(events.from_day, events.to_day, events.first_told)`
const lastDay = sql<string | null>`coalesce(events.to_day, events.from_day, events.last_told)`

/** Whether an event touches some days. */
export const touches = ({ first, last }: Days): Expression<SqlBool>[] => [
  ...(first === undefined ? [] : [sql<SqlBool>`${lastDay} >= ${first}`]),
  ...(last === undefined ? [] : [sql<SqlBool>`${firstDay} <= ${last}`]),
]

/** The events that a question asks for. As many queries for one as for all. */
export async function findEvents(
  archive: Database,
  question: EventQuestion = {},
  caller = 'archive.events',
): Promise<ArchiveEvent[]> {
  checkQuestion(question, keys, caller)
  const limit = checkCount(question.limit, `${caller}.limit`, 100)
  const offset = checkOffset(question.offset, `${caller}.offset`)
  const sources = checkCount(question.sources, `${caller}.sources`, 3)
  const [order = eventOrders[0]] = checkChoice(question.order, eventOrders, `${caller}.order`) ?? []
  const conditions = await conditionsOf(archive, question, caller)
  const rows = await archive.db
    .selectFrom('events')
    .selectAll()
    .where((eb) => eb.and(conditions.map((condition) => condition(eb))))
    .$call((query) => {
      if (order === 'earliest') return query.orderBy(firstDay, (by) => by.asc().nullsLast()).orderBy('id')
      const day = order === 'latest' ? lastDay : sql.ref<string | null>('last_told')
      return query.orderBy(day, (by) => by.desc().nullsLast()).orderBy('id', 'desc')
    })
    .limit(limit)
    .offset(offset)
    .execute()
  return wholeEvents(archive, rows as EventRow[], sources)
}

/** An event by its id, with more of its sources than a list has. */
export async function findEvent(archive: Database, id: number): Promise<ArchiveEvent | null> {
  const rows = await archive.db
    .selectFrom('events')
    .selectAll()
    .where('id', '=', checkId(id, 'archive.event.id'))
    .execute()
  const [event = null] = await wholeEvents(archive, rows as EventRow[], 1000)
  return event
}

async function conditionsOf(archive: Database, question: EventQuestion, caller: string): Promise<Condition[]> {
  const { where, topic, toldFrom, toldTo } = question
  const types = checkChoice(question.type, eventTypes, `${caller}.type`)
  const chosen = checkChoice(question.status, eventStatuses, `${caller}.status`)
  const days = touches(daysOf(question, caller))
  const told = daysOf({ from: toldFrom, to: toldTo }, caller, ['toldFrom', 'toldTo'])
  const place = where === undefined ? undefined : checkName(where, `${caller}.where`)
  const words = topic === undefined ? undefined : checkWords(topic, `${caller}.topic`)
  const who = await takePart(archive, question.who, `${caller}.who`)
  return [
    ...who,
    ...days.map((one) => () => one),
    ...(types ? [(eb: Events) => eb('type', 'in', types)] : []),
    ...(chosen ? [(eb: Events) => eb('status', 'in', chosen)] : []),
    ...(place === undefined ? [] : [isThere(place)]),
    ...(words === undefined ? [] : [(eb: Events) => eb('id', 'in', eventsAbout(eb, words))]),
    ...(told.first === undefined && told.last === undefined ? [] : [isTold(told)]),
  ]
}

/** Those that are asked for at once. */
const mostWho = 20

/** That each of some takes part: somebody, or a place that is called so. */
async function takePart(archive: Database, who: EventQuestion['who'], path: string): Promise<Condition[]> {
  if (who === undefined) return []
  const given: readonly unknown[] = Array.isArray(who) ? [...new Set(who as readonly unknown[])] : [who]
  if (given.length > mostWho)
    throw new NutgrafError('invalid-options', path, `expected at most ${mostWho} who take part, got ${given.length}`)
  const asked = given.map((one) => checkName(one, path))
  const names = asked.filter((one) => typeof one === 'string')
  const bearers = await bearersOf(archive, names)
  return asked.map((one) => {
    if (typeof one === 'number') return (eb) => eb('id', 'in', withEntity(eb).where('entity_id', '=', one))
    const ids = bearers[names.indexOf(one)]!.map(({ id }) => id)
    return (eb) =>
      eb(
        'id',
        'in',
        withEntity(eb)
          .where('entity_id', 'in', listOf(archive.engine, ids))
          .union(
            eb
              .selectFrom('event_parties')
              .select('event_id')
              .where(
                'place_id',
                'in',
                eb
                  .selectFrom('places')
                  .select('id')
                  .where((place) => isNamed(place, one)),
              ),
          ),
      )
  })
}

const withEntity = (eb: Events) => eb.selectFrom('event_participants').select('event_id')

/** That it is held at a place, or that the place takes part. */
const isThere =
  (where: string | number): Condition =>
  (eb) => {
    const places = eb
      .selectFrom('places')
      .select('places.id')
      .where((place) => isWithin(place, where))
    return eb(
      'id',
      'in',
      eb
        .selectFrom('event_places')
        .select('event_id')
        .where('place_id', 'in', places)
        .union(eb.selectFrom('event_parties').select('event_id').where('place_id', 'in', places)),
    )
  }

/** That a story of some days tells it. */
const isTold =
  ({ first, last }: Days): Condition =>
  (eb) => {
    let told = eb.selectFrom('event_sources').select('event_id')
    if (first !== undefined) told = told.where('told', '>=', first)
    if (last !== undefined) told = told.where('told', '<', dayAfter(last))
    return eb('id', 'in', told)
  }
