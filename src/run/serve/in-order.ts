/**
 * Results in the order of the items, so many under way at most. A result is given as soon as it is there and those before it
 * are, whether or not another item has come; the source is asked for more when results are taken.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  run: (item: Item) => Promise<Result>,
  most: () => number,
): AsyncGenerator<Result, void, undefined> {
  const source = items[Symbol.asyncIterator]()
  const running: Promise<Result>[] = []
  let next: Promise<IteratorResult<Item>> | undefined
  let ended = false
  while (!ended || running.length > 0) {
    if (!ended && running.length < most()) next ??= source.next()
    const result = running[0]?.then(() => 'result' as const)
    const come = await Promise.race([result, next].filter((one) => one !== undefined))
    if (come === 'result') yield await running.shift()!
    else {
      next = undefined
      if (come.done) ended = true
      else running.push(run(come.value))
    }
  }
}
