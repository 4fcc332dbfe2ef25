export * from '../base/schema.ts'
export * from '../base/syntax-schema.ts'
