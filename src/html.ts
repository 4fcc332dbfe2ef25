export { type Article, readHtml } from './html/article.ts'
