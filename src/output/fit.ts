import { oneLine } from '../base/span.ts'

// Controls, which end lines for some readers, and halves of surrogate pairs.
const unfit =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text that files and pages can hold: what they can't becomes U+FFFD. */
export const fitText = (text: string): string => text.replace(unfit, '\ufffd')

/** The same on one line, whatever the reader takes for the end of a line. */
export const fitLine = (text: string): string => fitText(oneLine(text))
