import { greatestWhole } from '../src/model/weights.ts'
import { wordAt } from '../src/text/columns.ts'
import { readDocument } from '../src/text/read.ts'
import { openSpeechTagger } from '../src/text/speech.ts'
import { speechModel } from '../src/text/speech-features.ts'
import { speech } from '../src/text/tags.ts'
import { isHeldOut, readTexts, readVocabulary } from './corpora.ts'
import { dataFile } from './data-file.ts'
import { packRows } from './pack.ts'
import { randomFrom } from './random.ts'
import type { Log } from './recipe.ts'
import { learnSpeech, type SpeechExample } from './speech.ts'
import { agreement } from './speech-check.ts'
import { openTeacher } from './wink.ts'

const settings = { rounds: 5, rarest: 4, cut: 120_000 }
/** So many sentences the teacher reads before it forgets what it has read. */
const memory = 2000
/** Words seen less often than this are put into sentences in place of others. */
const seldom = 8
const uses = 2

/**
 * Parts of speech, from what wink-nlp says of train/corpora. `every` learns from each so manieth text and word alone: other
 * weights, by the same steps.
 */
export function learnPartOfSpeech(log: Log, every = 1): string {
  const texts = readTexts().filter((_, number) => number % every === 0)
  const learned = texts.filter((text, number) => !isHeldOut(text, number)).map(({ text }) => text)
  const loud = learned.filter((_, i) => i % 40 === 0).map((text) => text.toUpperCase())
  const titled = learned
    .filter((_, i) => i % 40 === 1)
    .map((text) => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()))
  const spoken = taught([...learned, ...loud, ...titled])
  const vocabulary = readVocabulary().filter((_, number) => number % every === 0)
  const examples = [...spoken, ...taught(withRareWords(spoken, vocabulary))]
  log(`${examples.length} sentences`)
  const { ids, rows } = learnSpeech(examples, settings, log)
  // Weights are squares of whole numbers, so that sums are exact in any order.
  const packed = {
    templates: speechModel.templates,
    ...packRows(ids, rows, speech.length, settings.cut, greatestWhole),
  }
  const held = texts.filter(isHeldOut).map(({ text }) => text)
  const agreed = agreement(held, openSpeechTagger(packed), openTeacher())
  log.figure('agrees with wink-nlp on words held out', `${(100 * agreed).toFixed(2)} %`)
  return dataFile('part-of-speech', packed)
}

function taught(texts: readonly string[]): SpeechExample[] {
  let teacher = openTeacher()
  return texts
    .flatMap((text) => readDocument(text).sentences)
    .map((sentence, i) => {
      if (i % memory === memory - 1) teacher = openTeacher()
      const labels = teacher(sentence).map((name) => (name === null ? -1 : speech.indexOf(name)))
      return { sentence, labels: Int8Array.from(labels) }
    })
}

/** Pieces of sentences with a word of the vocabulary that is rare in them, in place of one that is of its kind. */
function withRareWords(examples: readonly SpeechExample[], vocabulary: readonly string[]): string[] {
  const counts = new Map<string, number>()
  const places = new Map<number, [SpeechExample, number][]>()
  for (const example of examples) {
    const { columns, first, last, allCaps, titleCase } = example.sentence
    if (allCaps || titleCase) continue
    for (let i = first; i < last; i++) {
      const word = wordAt(columns, i)
      counts.set(word.normal, (counts.get(word.normal) ?? 0) + 1)
      if (!word.letters || word.capital) continue
      const label = example.labels[i - first]!
      const known = places.get(label)
      if (known) known.push([example, i])
      else places.set(label, [[example, i]])
    }
  }
  const rare = vocabulary.filter((word) => (counts.get(word) ?? 0) < seldom)
  const random = randomFrom(2)
  return taught(rare).flatMap(({ sentence, labels }) => {
    const { text } = sentence
    const of = places.get(labels[0]!) ?? []
    return Array.from({ length: of.length > 0 ? uses : 0 }, () => {
      const [example, at] = of[Math.floor(random() * of.length)]!
      const { columns, first, last, text: around } = example.sentence
      const { starts, ends } = columns
      const from = starts[Math.max(first, at - 6)]!
      const to = ends[Math.min(last, at + 7) - 1]!
      return around.slice(from, starts[at]!) + text + around.slice(ends[at]!, to)
    })
  })
}
