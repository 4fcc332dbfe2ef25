// Words by which a list of who took part is known, data only.

import { wordSet } from '../base/word-list.ts'

/** "Participants included:", "Members of Congress attending the meeting:", "The following leaders took part:". */
export const attending = wordSet(
  'participants participant attendees attendee attending attended participating participated attendance',
)

/** What stands before a list: "participants included Ada Byron and …". */
export const listing = wordSet('include includes included including were are')

/** Whoever one "was joined by" was there too. */
export const joining = wordSet('joined accompanied')
