export { NutgrafError, type NutgrafErrorCode, type NutgrafIssue } from '../base/error.ts'
export type { Span } from '../base/span.ts'
export type {
  CoreType,
  DateExpression,
  Entity,
  Event,
  Location,
  Mention,
  Story,
  Topic,
  Warning,
} from '../base/story.ts'
export type { Layer } from '../base/types.ts'
export { defineRules, type LinkName, type Rule, type RuleSet, type TypesOf } from '../rules/define.ts'
export type { Candidate } from './explain.ts'
export { createExtractor, type Extractor, type ExtractorOptions, explain, extract, extractMany } from './extract.ts'
export type { Stop } from './near-misses.ts'
export type { ExtractOptions, StoryText } from './options.ts'
