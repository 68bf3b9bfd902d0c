/** The command line: which commands there are and how a run ends. 0 done, 1 done with failed inputs, 2 wrong use. */
import { Command, CommanderError } from 'commander'
import { explainCommand } from './commands/explain.ts'
import { languagesCommand } from './commands/languages.ts'
import { readCommand } from './commands/read.ts'
import { WrongUse } from './wrong-use.ts'

/** `argv` as in `process.argv`. Sets `process.exitCode`; never throws for a user's mistake. */
export async function main(argv: readonly string[]): Promise<void> {
  quietWhenReaderLeaves()
  const program = new Command('parley')
    .description('Reads news reports and official statements: who said what, who is who, when.')
    .showHelpAfterError('(parley --help lists commands and options)')
    .exitOverride()
  for (const command of [readCommand(), explainCommand(), languagesCommand()]) {
    program.addCommand(command.exitOverride().copyInheritedSettings(program))
  }
  try {
    await program.parseAsync(argv)
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has printed what it had to say; only asking for help is right use.
      process.exitCode = error.code === 'commander.helpDisplayed' || error.code === 'commander.version' ? 0 : 2
    } else if (error instanceof WrongUse) {
      process.stderr.write(`parley: ${error.message}\n`)
      process.exitCode = 2
    } else throw error
  }
}

/** `parley read … | head`: the one who reads has enough, and that is no error. */
function quietWhenReaderLeaves(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit()
      throw error
    })
  }
}
