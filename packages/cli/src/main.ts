/** The command line: which commands there are and how a run ends. 0 done, 1 done with failed inputs, 2 wrong use. */
import { READER_VERSION } from '@parley/core'
import { PackError } from '@parley/service'
import { Command, CommanderError } from 'commander'
import { addCommand } from './commands/add.ts'
import { checkCommand } from './commands/check.ts'
import { explainCommand } from './commands/explain.ts'
import { eventsCommand, quotesCommand, searchCommand } from './commands/find.ts'
import { initCommand } from './commands/init.ts'
import { languagesCommand } from './commands/languages.ts'
import { readCommand } from './commands/read.ts'
import { rollbackCommand } from './commands/rollback.ts'
import { serveCommand } from './commands/serve.ts'
import { sourcesCommand } from './commands/sources.ts'
import { statusCommand } from './commands/status.ts'
import { timelineCommand } from './commands/timeline.ts'
import { verifyCommand } from './commands/verify.ts'
import { watchCommand } from './commands/watch.ts'
import { WrongUse } from './wrong-use.ts'

/** In the order of `parley --help`. */
const COMMANDS: readonly (() => Command)[] = [
  readCommand,
  statusCommand,
  timelineCommand,
  explainCommand,
  initCommand,
  checkCommand,
  addCommand,
  watchCommand,
  searchCommand,
  quotesCommand,
  eventsCommand,
  sourcesCommand,
  rollbackCommand,
  verifyCommand,
  serveCommand,
  languagesCommand,
]

/** `argv` as in `process.argv`. Sets `process.exitCode`; never throws for a user's mistake. */
export async function main(argv: readonly string[]): Promise<void> {
  endWhenStreamsFail()
  const program = new Command('parley')
    .description('Reads news reports and official statements: who said what, who is who, when.')
    .version(READER_VERSION, '-V, --version', 'say which version this is')
    .showHelpAfterError('(parley --help lists commands and options)')
    .exitOverride()
  for (const make of COMMANDS) {
    const command = make()
    program.addCommand(command.exitOverride().copyInheritedSettings(program))
  }
  try {
    await program.parseAsync(argv)
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has printed what it had to say; it ends with 0 where that was asked for: `--help`, `help read`, `--version`.
      process.exitCode = error.exitCode === 0 ? 0 : 2
    } else if (error instanceof WrongUse || error instanceof PackError) {
      process.stderr.write(`parley: ${error.message}\n`)
      process.exitCode = 2
    } else throw error
  }
}

/** `parley read … | head`: the one who reads has enough, and that is no error. A full disk is one, said in a line. */
function endWhenStreamsFail(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit()
      if (stream === process.stdout)
        process.stderr.write(`parley: standard output cannot be written (${error.code ?? error.message})\n`)
      process.exit(2)
    })
  }
}
