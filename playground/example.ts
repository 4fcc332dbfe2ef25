import type { RuleSet } from '../src/api/index.ts'

/** A set for the Lavrov article: a list of names, and a rule with its sentences. */
export const example: RuleSet = {
  name: 'example',
  names: { programme: { 'Gazprom initiatives': [] } },
  rules: [
    {
      id: 'stopover',
      match: 'making a [<visit>stopover] in',
      status: 'planned',
      yes: ['He will be en route, making a [visit stopover] in the capital.'],
      no: ['The stopover was short.'],
    },
  ],
}
