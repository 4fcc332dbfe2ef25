/** How entities are counted. `conll`: the four classes of CoNLL-2003; `full`: types as they are. */
export const schemes = ['conll', 'full'] as const
export type Scheme = (typeof schemes)[number]

const classes = new Map(
  Object.entries({
    ...{ person: 'PER', per: 'PER', location: 'LOC', loc: 'LOC', organization: 'ORG', org: 'ORG' },
    ...{ facility: 'FAC', fac: 'FAC', misc: 'MISC', group: 'MISC', event: 'MISC', work: 'MISC', product: 'MISC' },
    ...{ law: 'MISC', language: 'MISC' },
  }),
)

/** The class of a type; undefined where a scheme does not count it: amounts and dates, what a rule set adds. */
export function entityClass(type: string, scheme: Scheme): string | undefined {
  return scheme === 'full' ? type.toLowerCase() : classes.get(type.toLowerCase())
}
