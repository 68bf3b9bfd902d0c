/** The door of the command line: `main` is what the bin calls. */
export { main } from './main.ts'
