/** Codes of which each match of a pattern has at least one; null where nothing is sure. */
export type Needs = string | null

interface Read {
  needs: Needs
  /** The piece behind what was read. */
  next: number
}

const lookarounds = new Set(['(?=', '(?!', '(?<=', '(?<!'])

/** What a string must have for a pattern to fit: `codesOf` gives the codes of a piece that is a class or word. */
export function needsOf(pieces: readonly string[], codesOf: (piece: string) => Needs): Needs {
  return readBranches(0).needs

  /** Branches need what any of them needs, and nothing where one needs nothing. */
  function readBranches(from: number): Read {
    let { needs, next } = readSequence(from)
    while (pieces[next] === '|') {
      const branch = readSequence(next + 1)
      needs = needs === null || branch.needs === null ? null : needs + branch.needs
      next = branch.next
    }
    return { needs, next }
  }

  /** A sequence needs all of its pieces: the one that the fewest codes fit tells the most. */
  function readSequence(from: number): Read {
    let needs: Needs = null
    let at = from
    while (at < pieces.length && pieces[at] !== '|' && pieces[at] !== ')') {
      const piece = readPiece(at)
      at = piece.next
      const next = pieces[at] ?? ''
      const mayLack = next === '?' || next === '*' || next.startsWith('{0')
      if (mayLack || next === '+' || next.startsWith('{')) at++
      if (!mayLack && piece.needs !== null && !(needs !== null && needs.length <= piece.needs.length))
        needs = piece.needs
    }
    return { needs, next: at }
  }

  function readPiece(at: number): Read {
    const piece = pieces[at]!
    if (!piece.startsWith('(')) return { needs: codesOf(piece), next: at + 1 }
    const { needs, next } = readBranches(at + 1)
    return { needs: lookarounds.has(piece) ? null : needs, next: next + 1 }
  }
}
