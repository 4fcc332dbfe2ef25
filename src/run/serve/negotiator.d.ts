declare module 'negotiator' {
  /** What a request accepts, as its header says. */
  export default class Negotiator {
    constructor(request: { headers: NodeJS.Dict<string | string[]> })
    /** That of some media types which is liked best, if any is. */
    mediaType(available: readonly string[]): string | undefined
  }
}
