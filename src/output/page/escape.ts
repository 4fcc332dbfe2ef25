import { escape as escapeMarkup } from 'html-escaper'
import { oneLine } from '../../base/span.ts'
import { fitText } from '../fit.ts'

/** Text as it stands in HTML, in an element or in a quoted attribute; what HTML can't hold becomes U+FFFD. */
export const escapeHtml = (text: string): string => escapeMarkup(fitText(text))

/** The same on one line. */
export const escapeLine = (text: string): string => escapeHtml(oneLine(text))
