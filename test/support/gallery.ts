import { readFileSync } from 'node:fs'
import { toHtml } from '../../src/api/formats.ts'
import { extract } from '../../src/api/index.ts'

/** A story as it is shown to people. */
export interface Shown {
  name: string
  title: string
  published: string
  text: string
}

const read = (file: string) => readFileSync(new URL(`../../fixtures/${file}`, import.meta.url), 'utf8')

function openGallery(): Shown[] {
  const about = JSON.parse(read('gallery/about.json')) as Record<string, { title: string; published: string }>
  const { title, published } = JSON.parse(read('lavrov/about.json')) as Shown
  return [
    { name: 'lavrov', title, published, text: read('lavrov/article.txt') },
    ...['business', 'sport', 'disaster', 'local'].map((name) => ({
      ...{ name, ...about[name]!, text: read(`gallery/${name}.txt`) },
    })),
  ]
}

/** One story of each kind. */
export const gallery: readonly Shown[] = openGallery()

export const pageOf = ({ text, title, published }: Shown): string =>
  toHtml(extract(text, { published }), text, { title })
