/** How a model that ships is learned: one file of train/models each. */
export interface Recipe {
  /** What `npm run train -- NAME` calls it. */
  readonly name: string
  readonly what: string
  /** The file of src/data that holds its weights. */
  readonly output: string
  readonly corpora: readonly CorpusFile[]
  /** Read where they are there: texts that help and may not be passed on. */
  readonly optional?: readonly CorpusFile[]
  /** Models whose weights it reads while it learns; they are learned first. */
  readonly after?: readonly string[]
  /** Processor time to learn it on a common machine, in seconds. */
  readonly seconds: number
  /** Hash of the features that the code gives it; weights serve only the features that they were learned with. */
  templates?(): Promise<string> | string
  /** The whole text of the file: the same from the same corpora, by the same code. */
  learn(log: Log): Promise<string> | string
  /** The same steps over a small share of the corpora, in less than a minute: what a check can learn anew. */
  sample?(log: Log): Promise<string> | string
}

export interface CorpusFile {
  /** From the folder of the repository. */
  readonly path: string
  readonly what: string
}

export interface Log {
  (line: string): void
  /** Keeps a figure for the model's record. */
  figure(name: string, value: string | number): void
}
