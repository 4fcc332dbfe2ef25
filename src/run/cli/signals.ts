/** Tells of the first signal that should end a run in order; the second ends it at once, since nobody listens for it. */
export function onFirstSignal(tell: (signal: NodeJS.Signals) => void): void {
  const signals = ['SIGINT', 'SIGTERM'] as const
  const take = (signal: NodeJS.Signals) => {
    for (const name of signals) process.off(name, take)
    tell(signal)
  }
  for (const name of signals) process.on(name, take)
}

/** What a signal ends in order, and by which it was. */
export function stopOnSignal(): { signal: AbortSignal; stoppedBy: () => NodeJS.Signals | undefined } {
  const stop = new AbortController()
  let by: NodeJS.Signals | undefined
  onFirstSignal((signal) => {
    by = signal
    stop.abort()
  })
  return { signal: stop.signal, stoppedBy: () => by }
}
