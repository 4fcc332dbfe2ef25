export { mark, unmark } from './marks.ts'
