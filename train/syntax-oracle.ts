import type { Configuration } from '../src/syntax/configuration.ts'

/** What an oracle says of the transitions from a configuration: how many arcs of the right tree each puts out of reach. */
export interface Costs {
  shift: number
  left: number
  right: number
}

/** The dynamic oracle of arc-hybrid (Goldberg and Nivre 2013). Where a transition is not allowed, its cost tells nothing. */
export function costsOf(
  { stack, depth, next, length }: Configuration,
  heads: Int32Array,
  lastDependent: Int32Array,
): Costs {
  const top = stack[depth - 1]!
  const headOfTop = heads[top]!
  // Dependents of the top that are not on the stack yet are lost with it, and a head that it might still get.
  const dependents = dependentsFrom(next, top, heads, lastDependent)
  const below = depth > 1 ? stack[depth - 2] : top
  // The lowest token may still be the root; its head is below it, so to speak.
  const left = dependents + Number(headOfTop === below || headOfTop > next)
  const right = dependents + Number(headOfTop >= next)
  let shift = 0
  if (next < length) {
    const head = heads[next]!
    for (let i = 0; i < depth; i++) {
      const token = stack[i]!
      if (heads[token] === next && token !== next) shift++
      if (head === token && i < depth - 1) shift++
    }
    // The root must be the lowest on the stack.
    if (head === next && depth > 0) shift++
  }
  return { shift, left, right }
}

function dependentsFrom(from: number, head: number, heads: Int32Array, lastDependent: Int32Array): number {
  let count = 0
  for (let token = from; token <= lastDependent[head]!; token++) if (heads[token] === head) count++
  return count
}

/** The last dependent of each token, -1 where there is none. */
export function lastDependents(heads: Int32Array): Int32Array {
  const last = new Int32Array(heads.length).fill(-1)
  heads.forEach((head, token) => {
    if (head !== token) last[head] = token
  })
  return last
}

/** A tree without arcs that cross others: the shortest that does takes the head of its head (Nivre and Nilsson 2005). */
export function projective(heads: Int32Array): Int32Array {
  const lifted = heads.slice()
  for (;;) {
    const token = shortestCrossing(lifted)
    if (token < 0) return lifted
    lifted[token] = lifted[lifted[token]!]!
  }
}

function shortestCrossing(heads: Int32Array): number {
  let shortest = -1
  let length = Number.POSITIVE_INFINITY
  heads.forEach((head, token) => {
    const between = Math.abs(head - token)
    if (between < length && crosses(heads, token)) {
      shortest = token
      length = between
    }
  })
  return shortest
}

/** Whether a token below an arc does not descend from its head. */
function crosses(heads: Int32Array, token: number): boolean {
  const head = heads[token]!
  const end = Math.max(head, token)
  for (let between = Math.min(head, token) + 1; between < end; between++) {
    let above = between
    while (above !== head && heads[above] !== above) above = heads[above]!
    if (above !== head) return true
  }
  return false
}
