import type { Story } from '../../base/story.ts'
import { pageScript, pageScriptHash } from '../../data/page-script.ts'
import { type About, addressOf, titleOf } from '../about.ts'
import type { StoryLayer } from '../mentions.ts'
import { drawCards } from './cards.ts'
import { daysInWords } from './days.ts'
import { drawAgenda } from './draw-agenda.ts'
import { escapeHtml } from './escape.ts'
import { layerNames } from './layers.ts'
import { drawMap } from './map.ts'
import { sentencesOf } from './quotes.ts'
import { pageStyle } from './style.ts'
import { drawText } from './text.ts'
import { drawTimeline } from './timeline.ts'

/** Nothing is loaded, and no script runs but the page's own: a second lock besides the escaping. */
const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${pageScriptHash}'; base-uri 'none'; form-action 'none'`

/**
 * A page of its own: the agenda as cards that can be saved to a calendar, the text with what was found in it marked, a
 * timeline, a map, and a card for each thing. One file that loads nothing, for light and dark, screen, keyboard and paper; all of the text is escaped.
 * Without its script, links lead from the text to the cards.
 *
 * @example
 * import { extract } from 'nutgraf'
 * import { toHtml } from 'nutgraf/formats'
 *
 * const text = 'Sergey Lavrov will visit Dhaka on September 7.'
 * const page = toHtml(extract(text), text, { title: 'Lavrov to visit Dhaka' })
 * console.log(page.startsWith('<!doctype html>')) // true
 */
export function toHtml(story: Story<string>, text: string, about: About = {}): string {
  const title = escapeHtml(titleOf(text, about) || 'A story without text')
  const sentences = sentencesOf(text)
  const cards = drawCards(story)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${escapeHtml(story.version)}">
<title>${title}</title>
<style>
${pageStyle}
</style>
</head>
<body>
<div class="sheet">
<header>
<h1 dir="auto">${title}</h1>
<p class="quiet">${drawByline(story, about)}</p>
${drawWarnings(story)}<nav aria-label="On this page">
<ul>${sections.map(([id, name]) => `<li><a href="#${id}">${name}</a></li>`).join('')}</ul>
</nav>
</header>
<main>
<section aria-labelledby="agenda">
<h2 id="agenda">Agenda</h2>
${drawAgenda(story, sentences)}</section>
<section aria-labelledby="text">
<h2 id="text">Text</h2>
${text.trim() === '' ? none('There is no text.') : `${drawLegend()}<div class="story">\n${drawText(story, text)}</div>\n`}</section>
<section aria-labelledby="timeline">
<h2 id="timeline">Timeline</h2>
${drawTimeline(story, sentences)}</section>
<section aria-labelledby="map">
<h2 id="map">Map</h2>
${drawMap(story)}</section>
<section aria-labelledby="found">
<h2 id="found">Everything that was found</h2>
${cards === '' ? none('Nothing was found.') : `${aboutCards}<div class="cards">\n${cards}</div>\n`}</section>
</main>
<footer class="quiet">${credits}</footer>
</div>
<script>${pageScript}</script>
</body>
</html>
`
}

const none = (words: string) => `<p class="none">${words}</p>\n`

const aboutCards =
  '<p class="quiet">Each mention with the rule or model that found it, and how often that one is right.</p>\n'

const sections = [
  ['agenda', 'Agenda'],
  ['text', 'Text'],
  ['timeline', 'Timeline'],
  ['map', 'Map'],
  ['found', 'Everything found'],
]

/** Whose data the page shows: the licences ask for it. */
export const credits = `Places by <a href="https://www.geonames.org" rel="noreferrer">GeoNames</a> and subjects by
<a href="https://iptc.org/standards/media-topics/" rel="noreferrer">IPTC Media Topics</a>, both under
<a href="https://creativecommons.org/licenses/by/4.0/" rel="noreferrer">CC BY 4.0</a>; map by
<a href="https://www.naturalearthdata.com" rel="noreferrer">Natural Earth</a>. Read by a program: it may be wrong.`

function drawByline({ published }: Story<string>, about: About): string {
  const url = addressOf(about)
  const when =
    published === null
      ? 'Day of publication not known'
      : `Published ${escapeHtml(daysInWords({ from: published, to: published, text: published }))}`
  return url === undefined
    ? when
    : `${when} · <a href="${escapeHtml(url)}" rel="noreferrer">read it where it was published</a>`
}

/** What was not read, or not in English: nothing is left out in silence. */
export const drawWarnings = ({ warnings }: Story<string>): string =>
  warnings.length === 0
    ? ''
    : `<ul class="warnings">${warnings.map(({ message, start }) => `<li>${escapeHtml(message)} (at character ${start})</li>`).join('')}</ul>\n`

/** Boxes that show and hide the marks of a layer, without a script. */
export const drawLegend = (): string =>
  `<fieldset class="legend"><legend class="quiet">Mark in the text</legend>${(Object.keys(layerNames) as StoryLayer[])
    .map(
      (layer) =>
        `<label><input type="checkbox" id="show-${layer}" checked> <mark class="${layer}">${layerNames[layer]}</mark></label>`,
    )
    .join('')}</fieldset>\n`
