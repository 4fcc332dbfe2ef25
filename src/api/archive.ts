export type { Evidence } from '../archive/profile.ts'
export type { Added, AddedAll, Archive, ArchiveAbout, ArchiveInput } from '../run/archive/archive.ts'
export { type ArchiveOptions, openArchive } from '../run/archive/open.ts'
export type {
  ArchiveEntity,
  ArchiveEvent,
  ArchiveStory,
  ArchiveTopic,
  EntityRef,
  EventQuestion,
  PlaceRef,
  Quotation,
  SearchHit,
  WholeStory,
} from '../run/archive/questions.ts'
