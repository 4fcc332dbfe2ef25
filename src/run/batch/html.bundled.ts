// A bundle has what reads pages in it: nothing is found later.
import * as html from '../../api/html.ts'

export const loadHtml = (): typeof html => html
