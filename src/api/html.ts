export { type Article, readHtml } from '../run/html/article.ts'
