/** As many stories as are read together: with more, what is held of them drives the tables out of the caches again. */
export const blockSize = { stories: 32, characters: 100_000 }

/** Gathers stories into blocks. */
export interface Blocks<T> {
  /** The block that a story fills, if it does. */
  add(story: T, length: number): T[] | undefined
  /** What has been gathered since. */
  rest(): T[]
}

export function openBlocks<T>(): Blocks<T> {
  let block: T[] = []
  let characters = 0
  const rest = () => {
    const gathered = block
    block = []
    characters = 0
    return gathered
  }
  return {
    add(story, length) {
      block.push(story)
      characters += length
      return block.length >= blockSize.stories || characters >= blockSize.characters ? rest() : undefined
    },
    rest,
  }
}
