import { builtIn } from '../../base/provenance.ts'

const step = (rule: string) => builtIn('names', rule)

/** What finds names or types them, step by step: what mentions say of it. */
export const steps = {
  model: step('model'),
  list: step('list'),
  initials: step('initials'),
  firm: step('firm'),
  forum: step('forum'),
  facilityTail: step('facility-tail'),
  /** A person who is called like a month, and so no date. */
  month: step('month'),
  /** By the words of the name itself. */
  words: step('words'),
  /** By what the rest of the story says. */
  story: step('story'),
  storm: step('storm'),
  ship: step('ship'),
  statute: step('statute'),
  repeated: step('repeated'),
  /** A place that plays for itself. */
  team: step('team'),
} as const
