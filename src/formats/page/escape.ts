import { escape as escapeMarkup } from 'html-escaper'
import { oneLine } from '../../span.ts'

// What no HTML text may hold: controls, and halves of surrogate pairs.
const unfit =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text as it stands in HTML, in an element or in a quoted attribute; what HTML can't hold becomes U+FFFD. */
export const escapeHtml = (text: string): string => escapeMarkup(text.replace(unfit, '\ufffd'))

/** The same on one line. */
export const escapeLine = (text: string): string => escapeHtml(oneLine(text))
