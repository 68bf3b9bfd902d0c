/** The door of the testkit: gold files, generated texts, checks of results. Imported by tests (and the scripts that run them) only. */
export { anyText, checkProperty, cutsOf, damageTo, russianText } from './arbitraries.ts'
export { checkAnalysis } from './check-analysis.ts'
export { CHROMIUM_ARGUMENTS, findChromium } from './chromium.ts'
export { type GoldLine, KNOWN_TO_FAIL, parseGold, readGold, testGold } from './gold-file.ts'
export { type HandMadeOptions, handMade } from './hand-made.ts'
export { type Mark, type MarkedText, markOf, marksOf, parseMarked, printMarked } from './marked.ts'
export { type Pieces, parsePieces, printPieces } from './pieces.ts'
export { tableExamples, testTableExamples } from './table-examples.ts'
