/** The command line: which commands there are and how a run ends. 0 done, 1 done with failed inputs, 2 wrong use, 3 a mistake of Parley's. */
import { READER_VERSION } from '@parley/core'
import { describeMistake, PackError } from '@parley/service/read'
import { Command, CommanderError } from 'commander'
import { systemFailure } from './system-error.ts'
import { inOneLine, withoutControls } from './terminal.ts'
import { WrongUse } from './wrong-use.ts'

/** In the order of `parley --help`. Each is loaded when it is asked for: most need little of what all need together. */
const COMMANDS: readonly (readonly [name: string, load: () => Promise<Command>])[] = [
  ['read', async () => (await import('./commands/read.ts')).readCommand()],
  ['status', async () => (await import('./commands/status.ts')).statusCommand()],
  ['timeline', async () => (await import('./commands/timeline.ts')).timelineCommand()],
  ['explain', async () => (await import('./commands/explain.ts')).explainCommand()],
  ['init', async () => (await import('./commands/init.ts')).initCommand()],
  ['check', async () => (await import('./commands/check.ts')).checkCommand()],
  ['add', async () => (await import('./commands/add.ts')).addCommand()],
  ['watch', async () => (await import('./commands/watch.ts')).watchCommand()],
  ['search', async () => (await import('./commands/find.ts')).searchCommand()],
  ['quotes', async () => (await import('./commands/find.ts')).quotesCommand()],
  ['events', async () => (await import('./commands/find.ts')).eventsCommand()],
  ['sources', async () => (await import('./commands/sources.ts')).sourcesCommand()],
  ['review', async () => (await import('./commands/review.ts')).reviewCommand()],
  ['decide', async () => (await import('./commands/decide.ts')).decideCommand()],
  ['undo', async () => (await import('./commands/decide.ts')).undoCommand()],
  ['agreement', async () => (await import('./commands/review.ts')).agreementCommand()],
  ['export', async () => (await import('./commands/export.ts')).exportCommand()],
  ['rollback', async () => (await import('./commands/rollback.ts')).rollbackCommand()],
  ['verify', async () => (await import('./commands/verify.ts')).verifyCommand()],
  ['serve', async () => (await import('./commands/serve.ts')).serveCommand()],
  ['user', async () => (await import('./commands/user.ts')).userCommand()],
  ['token', async () => (await import('./commands/token.ts')).tokenCommand()],
  ['audit', async () => (await import('./commands/audit.ts')).auditCommand()],
  ['languages', async () => (await import('./commands/languages.ts')).languagesCommand()],
]

/** `argv` as in `process.argv`. Sets `process.exitCode`; never throws for a user's mistake. */
export async function main(argv: readonly string[]): Promise<void> {
  endWhenStreamsFail()
  if (process.listenerCount('uncaughtException') === 0) process.on('uncaughtException', endWith)
  const program = new Command('parley')
    .description('Reads news reports and official statements: who said what, who is who, when.')
    .version(READER_VERSION, '-V, --version', 'say which version this is')
    .showHelpAfterError('(parley --help lists commands and options)')
    .exitOverride()
    // Arguments come back in what it says, and may hold anything.
    .configureOutput({ writeErr: words => process.stderr.write(withoutControls(words)) })
  const asked = COMMANDS.filter(([name]) => name === argv[2])
  for (const [, load] of asked.length > 0 ? asked : COMMANDS) {
    const command = await load()
    program.addCommand(inherit(command, program))
  }
  try {
    await program.parseAsync(argv)
  } catch (error) {
    // Commander has printed what it had to say; it ends with 0 where that was asked for: `--help`, `help read`, `--version`.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
    else tellFailure(error)
  }
}

function endWith(error: unknown): never {
  tellFailure(error)
  process.exit()
}

/** One line: what was used wrongly, what the operating system refused, or a mistake of our own with its place. */
function tellFailure(error: unknown): void {
  const isWrongUse = error instanceof WrongUse || error instanceof PackError
  const outside = isWrongUse ? error.message : systemFailure(error)
  process.stderr.write(`parley: ${inOneLine(outside ?? describeMistake(error))}\n`)
  process.exitCode = outside === null ? 3 : 2
}

/** How a run ends and how mistakes are told holds for a command's own commands, too. */
function inherit(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent)
  for (const inner of command.commands) inherit(inner, command)
  return command
}

/**
 * `parley read … | head`: the one who reads has enough, and that is no error. Messages that nobody hears (`parley add … 2>&1 | head`) are no reason to leave
 * work half done. A full disk is an error, said in a line.
 */
function endWhenStreamsFail(): void {
  process.stderr.on('error', () => {})
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    process.stderr.write(`parley: standard output cannot be written (${error.code ?? error.message})\n`)
    process.exit(2)
  })
}
