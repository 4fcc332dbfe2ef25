export { type Article, type HtmlOptions, readHtml } from './html/article.ts'
