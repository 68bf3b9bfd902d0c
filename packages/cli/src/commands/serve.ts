/** `parley serve`: the record as a page, on this machine or, where it has users, for others. */
import { hasUsers, type OpenRecord } from '@parley/record'
import {
  ImportRunner,
  isLoopback,
  ListenError,
  type Listening,
  LOG_LEVELS,
  type LogLevel,
  listen,
  makeApp,
  makeLog,
  type Place,
  proxiesOf,
  UPLOAD_LIMITS,
} from '@parley/server'
import { dossiersOf, spoolOf } from '@parley/service/record'
import { Command, InvalidArgumentError, Option } from 'commander'
import { inOneLine, type RecordOption, recordOption, withRecordToRead } from '../record-options.ts'
import { WrongUse } from '../wrong-use.ts'
import { PAGE, recordName } from './page.ts'
import { allowPrivateOption, delayOption, dossierOption, openKit, pathOption } from './shared.ts'

const PORT = 4750

interface Options extends RecordOption {
  readonly host: string
  readonly port?: number
  readonly dossier?: readonly string[]
  readonly public?: true
  readonly proxy: readonly string[]
  readonly log?: LogLevel
  readonly spool?: string
  readonly allowPrivate?: true
  readonly delay?: number
}

export function serveCommand(): Command {
  return new Command('serve')
    .description('Shows the record as a page: on this machine, or to those who log in from elsewhere.')
    .argument('[record]', 'the record: a folder, or postgres://…')
    .addOption(recordOption())
    .addOption(dossierOption())
    .addOption(
      new Option('--host <address>', 'listen there; beyond this machine the record needs users, or --public').default(
        '127.0.0.1',
      ),
    )
    .addOption(
      new Option(
        '--port <number>',
        `listen on this port; 0: any free one (default: ${PORT}, or any where it is taken)`,
      ).argParser((value: string) => {
        if (/^\d{1,5}$/.test(value) && Number(value) < 65_536) return Number(value)
        throw new InvalidArgumentError('Expected a port from 0 to 65535.')
      }),
    )
    .option('--public', 'whoever comes may read, and who does not log in nothing else')
    .option(
      '--proxy <address...>',
      'a proxy before this server, or a network of such: what it says of address and TLS is believed',
      [],
    )
    .addOption(
      new Option(
        '--log <level>',
        'what is noted on standard error, as JSON lines (default: warn; info beyond this machine)',
      ).choices(LOG_LEVELS),
    )
    .addOption(
      pathOption('--spool <dir>', 'where uploads wait until they are taken in (default: in the record’s folder)'),
    )
    .addOption(delayOption())
    .addOption(allowPrivateOption())
    .action((record: string | undefined, options: Options) => serve(record ?? options.record, options))
}

async function serve(location: string, options: Options): Promise<void> {
  const { host, port, dossier, public: isPublic = false } = options
  await inOneLine(() =>
    withRecordToRead(location, async record => {
      const dossiers = dossiersOf(location, dossier)
      const kit = await openKit({ dossier: dossiers })
      const log = makeLog(options.log ?? (isLoopback(host) ? 'warn' : 'info'))
      const onError = (error: Error) => log.error({ error }, 'failed')
      const runner = record.readOnly === null ? await openRunner(record, dossiers, location, options, onError) : null
      const app = makeApp({
        shelf: { name: recordName(location), record, kit },
        page: PAGE,
        access: { isPublic, isLocal: isLoopback(host) && options.proxy.length === 0, proxies: proxies(options.proxy) },
        log,
        ...(runner === null ? {} : { importing: { runner, limits: UPLOAD_LIMITS } }),
        onError,
      })
      try {
        const isGuarded = isPublic || (await hasUsers(record.db))
        if (record.readOnly !== null && isGuarded && !isPublic)
          throw new WrongUse(
            'nobody can log in to a record that may only be read: show it to everybody (--public), or copy it to where you may write',
          )
        if (options.proxy.length > 0 && !isGuarded)
          throw new WrongUse(
            'others would reach this record through the proxy, and it has no users: add one (parley user add NAME --role admin), or show it to everybody (--public)',
          )
        const { address, stop } = await listenAt(app, { host, isGuarded }, port)
        process.stderr.write(`${address}\n`)
        if (!isLoopback(host) && options.proxy.length === 0)
          process.stderr.write(
            'parley: no TLS here: put a proxy before it (--proxy), or passwords cross the network readable\n',
          )
        await untilAsked()
        // First, for whoever looks on at an import would keep the server up.
        await runner?.close()
        await stop()
      } catch (error) {
        if (error instanceof ListenError) throw new WrongUse(error.message)
        throw error
      }
    }),
  )
}

function openRunner(
  record: OpenRecord,
  dossiers: readonly string[],
  location: string,
  { spool, allowPrivate, delay }: Options,
  onError: (error: Error) => void,
): Promise<ImportRunner> {
  return ImportRunner.open({
    record,
    kit: { dossiers },
    spool: spool ?? spoolOf(location),
    fetching: { allowPrivate: allowPrivate ?? false, ...(delay === undefined ? {} : { delay }) },
    onError,
  })
}

function proxies(addresses: readonly string[]): ReturnType<typeof proxiesOf> {
  try {
    return proxiesOf(addresses)
  } catch (error) {
    throw new WrongUse(`--proxy: ${(error as Error).message}`)
  }
}

/** Without a port of one's own: the usual one, else any. */
async function listenAt(
  app: Parameters<typeof listen>[0],
  place: Omit<Place, 'port'>,
  port: number | undefined,
): Promise<Listening> {
  try {
    return await listen(app, { ...place, port: port ?? PORT })
  } catch (error) {
    if (port !== undefined || !(error instanceof ListenError && error.isTaken)) throw error
    return listen(app, { ...place, port: 0 })
  }
}

/** Until the terminal or the system asks to stop. */
function untilAsked(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
