import type { Story } from '../../base/story.ts'
import { pageScript, pageScriptHash } from '../../data/page-script.ts'
import { type About, addressOf, titleOf } from '../about.ts'
import type { StoryLayer } from '../mentions.ts'
import { drawCards } from './cards.ts'
import { drawAgenda } from './draw-agenda.ts'
import { escapeHtml } from './escape.ts'
import { layerNames } from './layers.ts'
import { drawMap } from './map.ts'
import { pageStyle } from './style.ts'
import { drawText } from './text.ts'
import { drawTimeline } from './timeline.ts'

/** Nothing is loaded, and no script runs but the page's own: a second lock besides the escaping. */
const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${pageScriptHash}'; base-uri 'none'; form-action 'none'`

/**
 * A page of its own: the text with what was found in it marked, a card for each thing, the agenda as a table, a timeline
 * and a map. One file that loads nothing, for light and dark, screen, keyboard and paper; all of the text is escaped.
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
${drawWarnings(story)}</header>
<main>
<section aria-labelledby="agenda">
<h2 id="agenda">Agenda</h2>
${drawAgenda(story)}</section>
<section aria-labelledby="text">
<h2 id="text">Text</h2>
${drawLegend()}<div class="story">
${drawText(story, text)}</div>
</section>
<section aria-labelledby="timeline">
<h2 id="timeline">Timeline</h2>
${drawTimeline(story)}</section>
<section aria-labelledby="map">
<h2 id="map">Map</h2>
${drawMap(story)}</section>
<section aria-labelledby="found">
<h2 id="found">All that was found</h2>
<div class="cards">
${drawCards(story)}</div>
</section>
</main>
</div>
<script>${pageScript}</script>
</body>
</html>
`
}

function drawByline({ published }: Story<string>, about: About): string {
  const url = addressOf(about)
  const when = published === null ? 'No date of publication' : `Published ${escapeHtml(published)}`
  return url === undefined ? when : `${when} · <a href="${escapeHtml(url)}" rel="noreferrer">source</a>`
}

/** What was not read, or not in English: nothing is left out in silence. */
export const drawWarnings = ({ warnings }: Story<string>): string =>
  warnings.length === 0
    ? ''
    : `<ul class="warnings">${warnings.map(({ message, start }) => `<li>${escapeHtml(message)} (at ${start})</li>`).join('')}</ul>\n`

/** Boxes that show and hide the marks of a layer, without a script. */
export const drawLegend = (): string =>
  `<fieldset class="legend"><legend class="quiet">Marked</legend>${(Object.keys(layerNames) as StoryLayer[])
    .map(
      (layer) =>
        `<label><input type="checkbox" id="show-${layer}" checked> <mark class="${layer}">${layerNames[layer]}</mark></label>`,
    )
    .join('')}</fieldset>\n`
