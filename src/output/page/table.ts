/** A table that scrolls where it is wider than the page; `head` and `rows` are HTML, the style of a class is its own. */
export const drawTable = (kind: string, label: string, head: string, rows: readonly string[], style = ''): string =>
  `<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="${kind}"${style && ` style="${style}"`}>\n` +
  `<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('')}</tbody></table></div>\n`

/** The head of a column. */
export const drawHead = (name: string, kind = ''): string => `<th scope="col"${kind && ` class="${kind}"`}>${name}</th>`
