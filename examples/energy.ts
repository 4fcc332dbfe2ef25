import { defineRules } from 'nutgraf'

/** Fuels by name, prices by their unit, and deals on them. */
export const energy = defineRules({
  name: 'energy',
  names: {
    fuel: { 'natural gas': ['gas'], 'crude oil': ['crude', 'oil'], LNG: ['liquefied natural gas'] },
    price: {},
  },
  rules: [
    {
      id: 'price',
      match: '[<price>/^[$€£]/ #Value? per #Value? (cubic|barrel|ton|tonne|megawatt) (meters|metres|hour)?]',
      yes: ['They agreed on [price $95 per 1000 cubic meters].'],
      no: ['They paid $95 in cash.'],
    },
    {
      id: 'signing-noun',
      match: '[<signing>signing] of #Determiner? [<topic>#NounPhrase] with [<who>#Location]',
      status: 'planned',
      yes: ['The [signing signing] of a [topic natural gas deal] with [who Russia] has been postponed.'],
      no: ['The signing of the guest book took an hour.'],
    },
  ],
})

/** Voice of America, 2006 (public domain). */
export const text =
  "Ukrainian authorities say Saturday's scheduled signing of a controversial natural gas deal with Russia has been postponed until Wednesday, to allow officials to complete work on documents. Under the deal reached earlier this month after a three-day Russian suspension of deliveries, Ukraine agreed to buy gas from Russia at a rate of $95 per 1000 cubic meters, up from the previous rate of $50."
