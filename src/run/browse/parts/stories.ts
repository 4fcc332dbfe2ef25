import type { ArchiveStory } from '../../archive/questions.ts'
import { type Content, html, joined } from '../markup.ts'
import { storyLink } from './links.ts'
import { drawDay } from './quotations.ts'

/** Stories by their titles, each with what it says of something where that is given. */
export const drawStories = <S extends ArchiveStory>(
  stories: readonly S[],
  about: (story: S) => Content = () => false,
): Content =>
  stories.length === 0
    ? html`<p class="none">No stories.</p>\n`
    : html`<ul class="stories">${stories.map(
        (story) => html`<li>${storyLink(story)}
<p class="quiet">${drawByline(story)}</p>${about(story)}</li>\n`,
      )}</ul>\n`

/** Who published it, and when. */
export const drawByline = ({ publisher, published, copies }: ArchiveStory): Content =>
  joined(
    [
      publisher !== null && html`<bdi>${publisher}</bdi>`,
      published === null ? 'no day of publication' : drawDay(published),
      copies.length > 1 && `${copies.length} nearly alike`,
    ].filter((part) => part !== false),
    ' · ',
  )
