/** A command used wrongly in a way that only shows once it runs: said in one line, exit 2. */
export class WrongUse extends Error {}
