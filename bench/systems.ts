/** Reads one story; what it finds is thrown away. */
export type Read = (text: string) => unknown

const published = '2023-08-30'
/** The library as users have it. */
const built = new URL('../dist/index.js', import.meta.url).href

/** What is compared. Each is loaded by itself, so that a fresh process pays for nothing else. */
export const systems: Readonly<Record<string, () => Promise<Read>>> = {
  async nutgraf() {
    const { extract } = (await import(built)) as typeof import('../src/api/index.ts')
    return (text) => extract(text, { published })
  },
  async compromise() {
    const { default: nlp } = await import('compromise')
    return (text) => {
      const doc = nlp(text)
      return [doc.people().out('array'), doc.places().out('array'), doc.organizations().out('array')]
    }
  },
  async wink() {
    const { default: model } = await import('wink-eng-lite-web-model')
    const { default: winkNLP } = await import('wink-nlp')
    const engine = winkNLP(model)
    return (text) => {
      const doc = engine.readDoc(text)
      return [doc.tokens().out(), doc.sentences().out(), doc.entities().out()]
    }
  },
  async chrono() {
    const chrono = await import('chrono-node')
    const day = new Date('2023-08-30T12:00:00Z')
    return (text) => chrono.parse(text, day)
  },
  /** What people write today: compromise for names, chrono for dates, wink for tokens and entities. */
  async glue() {
    const parts = await Promise.all([systems.compromise!(), systems.chrono!(), systems.wink!()])
    return (text) => parts.map((read) => read(text))
  },
  async empty() {
    return () => undefined
  },
}

/** Stories that are read together. */
export const blockSize = 32
/** As many as a short run has, of which warming up is a large part. */
export const firstStories = 200

/** The library on many stories at a time. */
export async function readInBlocks(): Promise<(texts: readonly string[]) => void> {
  const { extractMany } = (await import(built)) as typeof import('../src/api/index.ts')
  return (texts) => {
    for (const _ of extractMany(texts, { published }));
  }
}
