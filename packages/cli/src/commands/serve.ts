/** `parley serve`: the record as a page on this machine. */
import { basename, resolve } from 'node:path'
import { ListenError, type Listening, listen, makeApp } from '@parley/server'
import { dossiersOf } from '@parley/service/record'
import { Command, InvalidArgumentError, Option } from 'commander'
import { inOneLine, type RecordOption, recordOption, withRecord } from '../record-options.ts'
import { WrongUse } from '../wrong-use.ts'
import { dossierOption, openKit } from './shared.ts'

/** Where `npm ci` builds the page. */
const PAGE = resolve(import.meta.dirname, '../../../../build/web')
const PORT = 4750

interface Options extends RecordOption {
  readonly host: string
  readonly port?: number
  readonly dossier?: readonly string[]
}

export function serveCommand(): Command {
  return new Command('serve')
    .description('Shows the record as a page on this machine.')
    .argument('[record]', 'the record: a folder, or postgres://…')
    .addOption(recordOption())
    .addOption(dossierOption())
    .addOption(new Option('--host <address>', 'listen there').default('127.0.0.1'))
    .addOption(
      new Option(
        '--port <number>',
        `listen on this port; 0: any free one (default: ${PORT}, or any where it is taken)`,
      ).argParser((value: string) => {
        if (/^\d{1,5}$/.test(value) && Number(value) < 65_536) return Number(value)
        throw new InvalidArgumentError('Expected a port from 0 to 65535.')
      }),
    )
    .action((record: string | undefined, options: Options) => serve(record ?? options.record, options))
}

async function serve(location: string, { host, port, dossier }: Options): Promise<void> {
  await inOneLine(() =>
    withRecord(location, async record => {
      const kit = await openKit({ dossier: dossiersOf(location, dossier) })
      const app = makeApp({
        shelf: { name: nameOf(location), record, kit },
        page: PAGE,
        onError: error => process.stderr.write(`parley: ${error.stack ?? error.message}\n`),
      })
      try {
        const { address, stop } = await listenAt(app, host, port)
        process.stderr.write(`${address}\n`)
        await untilAsked()
        await stop()
      } catch (error) {
        if (error instanceof ListenError) throw new WrongUse(error.message)
        throw error
      }
    }),
  )
}

/** Without a port of one's own: the usual one, else any. */
async function listenAt(app: Parameters<typeof listen>[0], host: string, port: number | undefined): Promise<Listening> {
  try {
    return await listen(app, { host, port: port ?? PORT })
  } catch (error) {
    if (port !== undefined || !(error instanceof ListenError && error.isTaken)) throw error
    return listen(app, { host, port: 0 })
  }
}

/** Without the password that an address may hold. */
function nameOf(location: string): string {
  return /^postgres(?:ql)?:\/\//.test(location) ? new URL(location).pathname.slice(1) : basename(resolve(location))
}

/** Until the terminal or the system asks to stop. */
function untilAsked(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
