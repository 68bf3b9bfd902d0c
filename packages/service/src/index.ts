/** The door of service: the verbs of the product, without a terminal. */
export { DossierError, folderOf, loadDossiers } from './load-dossiers.ts'
export { type KitSources, loadKit, PACKS, PackError } from './load-kit.ts'
export { type AnalysisMade, readInputs } from './read-inputs.ts'
export { type ContentsEntry, renderContents } from './report/contents.ts'
export { csvHeader, csvRows } from './report/csv.ts'
export { renderHtml } from './report/html.ts'
export { ENGLISH, type InterfaceWords } from './report/interface-words.ts'
export { describeDay, describeTime } from './report/time-words.ts'
