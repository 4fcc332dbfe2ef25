import type { Evidence } from './profile.ts'

/** Why two records may be one, or may not: in words, each with what it weighs. */
export class Reasons {
  readonly #all: { words: string; weight: number }[] = []
  #sum = 0

  add(weight: number, words: string): void {
    if (weight === 0) return
    this.#all.push({ words, weight })
    this.#sum += weight
  }

  get sum(): number {
    return this.#sum
  }

  /** Those that speak for it, the strongest first, then those that speak against it; the more above the threshold, the surer. */
  evidence(threshold: number): Evidence {
    const sorted = [...this.#all].sort((a, b) => b.weight - a.weight)
    const confidence = 1 / (1 + Math.exp(threshold - this.#sum - 1))
    return { reasons: sorted.map(({ words }) => words), confidence: Math.round(confidence * 1000) / 1000 }
  }
}
