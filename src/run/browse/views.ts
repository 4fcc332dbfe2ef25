import type { View } from './view.ts'
import { day } from './views/day.ts'
import { entity, person } from './views/entity.ts'
import { event } from './views/event.ts'
import { events } from './views/events.ts'
import { home } from './views/home.ts'
import { place } from './views/place.ts'
import { search } from './views/search.ts'
import { story } from './views/story.ts'

/** All pages. */
export const views: readonly View[] = [home, search, events, event, person, entity, place, day, story]
