import { defineRules } from 'nutgraf'

/** Ships by the word before their name, and what happens to them. */
export const shipping = defineRules({
  name: 'shipping',
  names: { vessel: {} },
  places: [{ name: 'Merka', type: 'city', country: 'SO', coordinates: { lat: 1.71, lon: 44.77 } }],
  rules: [
    {
      id: 'ship-name',
      match: '(ship|freighter|tanker|vessel|ferry|trawler) the? [<vessel>#ProperNoun{1,3}]',
      yes: ['On Monday, the freighter [vessel Torgelow] was hijacked.', 'It led to another ship, the [vessel Semlow].'],
      no: ['The freighter left Kenya.'],
    },
    {
      id: 'condemn',
      match: '{condemn/Verb} #Determiner? [<topic>(hijacking|seizure|boarding|sinking) of #Determiner? #Noun]',
      status: 'discussed',
      yes: ['The agency condemned the [topic hijacking of another ship].'],
      no: ['The old ship was condemned.'],
    },
  ],
})

/** Voice of America, 2005 (public domain). */
export const text =
  'The United Nations World Food program has condemned the hijacking of another ship it hired to transport food to Somalians suffering from famine. The WFP says the ship Miltzow was being unloaded Wednesday afternoon at the port of Merka when a group of gunmen boarded and forced the crew to sail out of the port. The Miltzow was carrying maize, beans and cooking oil. On Monday, the freighter Torgelow was hijacked off the eastern coast of Somalia. The Torgelow was carrying fuel and supplies to another ship, the Semlow, which was recently freed by hijackers.'
