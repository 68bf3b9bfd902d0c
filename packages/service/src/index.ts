/** The door of service: the verbs of the product, without a terminal. */
export { loadKit, PACKS } from './load-kit.ts'
