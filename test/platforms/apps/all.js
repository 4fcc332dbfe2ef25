import * as nutgraf from 'nutgraf'
import { formatNames, formatStory } from 'nutgraf/formats'
import { readHtml } from 'nutgraf/html'
import { lookup } from 'nutgraf/places'
import { readSyntax } from 'nutgraf/syntax'
import { prints } from './prints.cjs'

/** What runs wherever there is JavaScript. */
export const printed = () => prints({ ...nutgraf, formatNames, formatStory, lookup, readHtml, readSyntax })
