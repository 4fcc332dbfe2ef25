/** Tells of the first signal that should end a run in order; the second ends it at once, since nobody listens for it. */
export function onFirstSignal(tell: (signal: NodeJS.Signals) => void): void {
  const signals = ['SIGINT', 'SIGTERM'] as const
  const take = (signal: NodeJS.Signals) => {
    for (const name of signals) process.off(name, take)
    tell(signal)
  }
  for (const name of signals) process.on(name, take)
}
