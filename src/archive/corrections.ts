/** Names that are one, or are not: a rule set's `links`. A name may say its type: `{ name: 'Amazon', type: 'organization' }`. */
export interface LinkRules {
  readonly same?: readonly (readonly LinkName[])[]
  readonly apart?: readonly (readonly LinkName[])[]
}

export type LinkName = string | { readonly name: string; readonly type?: string }

/** The links of all rule sets of an archive, ready to be asked. */
export interface Corrections {
  readonly rules: readonly LinkRules[]
}

/** The links of rule sets, which are checked, together. */
export function correctionsOf(sets: readonly { readonly links?: LinkRules }[]): Corrections {
  return { rules: sets.flatMap(({ links }) => (links ? [links] : [])) }
}
