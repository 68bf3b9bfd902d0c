/** Compiles `languages/` and the dictionaries they name into language packs, or says which line is wrong. */

export { formatProblem, type Problem, ProblemError, sortProblems } from '@parley/core'
export { type BuiltPack, buildPacks } from './build-packs.ts'
export { type CheckOptions, checkLanguage, isLanguageFolder } from './check-language.ts'
export { type CompileOptions, compileLanguage, PACK_FORMAT } from './compile-language.ts'
export { type Column, SCHEMAS, type Schema, schemaOf } from './tables/schemas.ts'
export { readTable, type Table } from './tables/tables.ts'
