import { defineRules } from 'nutgraf'

/** Who stands before which court, for what, and what it may cost. */
export const courts = defineRules({
  name: 'courts',
  names: { charge: {}, penalty: {} },
  rules: [
    {
      id: 'charges-of',
      match: '(charge|charges|accused|convicted|guilty) of [<charge>/ing$/ .{1,4}]$',
      yes: ['He answered charges of [charge disputing crimes against humanity].'],
      no: ['They were in charge of the trial.'],
    },
    {
      id: 'prison-sentence',
      match: '[<penalty>(#Value year)? (prison|jail|death) (sentence|term)]',
      yes: ['He faces a possible [penalty one-year prison sentence].'],
      no: ['The prison is old.'],
    },
  ],
})

/** Voice of America, 2006 (public domain). */
export const text =
  'A prominent leader of France\'s far-right has gone on trial for questioning whether the Nazis used gas chambers in the Holocaust. Bruno Gollnisch, the deputy leader of France\'s National Front Party, appeared in court in Lyon to answer charges of "disputing crimes against humanity." He faces a possible one-year prison sentence if he is convicted.'
