/** What a client of Redis may have besides what BullMQ asks of it. */
interface Client {
  config?(command: 'GET', name: string): Promise<unknown>
}

/** Warns where a Redis server would lose what was queued since its last snapshot; silent where it does not say, as a managed one. */
export async function warnOfLoss(backend: { client?: Promise<object> }): Promise<void> {
  try {
    const client = (await backend.client) as Client | undefined
    // A list of name and value, or an object of them.
    const told = JSON.stringify(await client?.config?.('GET', 'appendonly'))
    if (!told?.includes('"no"')) return
    process.emitWarning(
      'this Redis server keeps no append-only file: when it ends, stories that were queued or read since its last snapshot ' +
        'are lost; start it with --appendonly yes',
      { code: 'NUTGRAF_NO_APPENDONLY' },
    )
  } catch {
    // A worker tells of its connection itself.
  }
}
