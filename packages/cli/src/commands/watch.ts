/** `parley watch`: polls the record's feeds. */

import { dossiersOf, watchFeeds } from '@parley/service/record'
import { Command, InvalidArgumentError, Option } from 'commander'
import { counted } from '../counted.ts'
import { print } from '../output.ts'
import { type RecordOption, recordOption, withRecord } from '../record-options.ts'
import { whileStoppable } from '../stopping.ts'
import {
  allowPrivateOption,
  type DocumentOptions,
  delayOption,
  dossierOption,
  languageOption,
  openKit,
  say,
} from './shared.ts'

interface Options extends DocumentOptions, RecordOption {
  readonly every: number
  readonly once?: true
  readonly allowPrivate?: true
  readonly delay?: number
}

export function watchCommand(): Command {
  return new Command('watch')
    .description('Poll feeds and take in what is new, until Ctrl-C.')
    .argument(
      '[feed...]',
      'addresses of feeds or lists of feeds (OPML) to watch from now on, besides those the record has',
    )
    .addOption(recordOption())
    .addOption(languageOption())
    .addOption(dossierOption())
    .addOption(new Option('--every <minutes>', 'how often').default(15).argParser(parseMinutes))
    .option('--once', 'one round only')
    .addOption(delayOption())
    .addOption(allowPrivateOption())
    .action(watch)
}

function parseMinutes(value: string): number {
  if (/^[1-9]\d{0,4}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Expected a whole number of minutes from 1.')
}

async function watch(feeds: string[], options: Options): Promise<void> {
  const dossiers = dossiersOf(options.record, options.dossier)
  await openKit({ dossier: dossiers })
  await withRecord(options.record, record =>
    whileStoppable(signal =>
      watchFeeds(record, feeds, {
        kit: { dossiers },
        language: options.language === 'auto' ? null : options.language,
        published: null,
        standardInput: process.stdin,
        now: () => new Date().toISOString(),
        onNotice: say,
        onFailure: say,
        fetching: {
          allowPrivate: options.allowPrivate ?? false,
          ...(options.delay === undefined ? {} : { delay: options.delay }),
        },
        every: options.once === true ? null : options.every * 60_000,
        signal,
        onRound: async ({ added, failures }, count) => {
          if (failures.length > 0 && options.once === true) process.exitCode = 1
          const time = new Date().toISOString().slice(0, 16)
          await print(
            `${time}  ${counted(count, 'feed')}: ${counted(added, 'document')} taken in, ${failures.length} failed\n`,
          )
        },
      }),
    ),
  )
}
