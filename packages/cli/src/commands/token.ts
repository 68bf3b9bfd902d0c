/** `parley token`: tokens by which programs come, in the name of a user. */
import { isIsoDate } from '@parley/ingest'
import { addAudit, addToken, currentUser, listTokens, removeToken } from '@parley/record'
import { newToken, SCOPES } from '@parley/server/users'
import { Command, InvalidArgumentError, Option } from 'commander'
import { print } from '../output.ts'
import { type RecordOption, recordOption, withRecord, withRecordToRead } from '../record-options.ts'
import { inOneLine, withoutControls } from '../terminal.ts'

const DAYS = 90
const DAY = 24 * 60 * 60 * 1000

interface AddOptions extends RecordOption {
  readonly scope: readonly string[]
  /** ISO instant, or null: never. */
  readonly expires: string | null
  readonly note?: string
}

export function tokenCommand(): Command {
  const command = new Command('token').description(
    'Tokens by which programs come, in the name of a user: `Authorization: Bearer …`.',
  )
  command
    .command('add <user>')
    .description(
      'Make a token and write it to standard output, this once. It may what its scopes name and its user may.',
    )
    .addOption(new Option('--scope <scope...>', 'what it may').choices(SCOPES).makeOptionMandatory())
    .addOption(
      new Option('--expires <when>', 'a day (2027-01-31), so many days (30d), or never')
        .argParser(parseEnd)
        .default(parseEnd(`${DAYS}d`), `${DAYS}d`),
    )
    .option('--note <words>', 'what it is for')
    .addOption(recordOption())
    .action(add)
  command
    .command('list')
    .description('All tokens by their ids, with user, scopes, end and last use.')
    .addOption(recordOption())
    .action(list)
  command.command('remove <id>').description('Remove a token.').addOption(recordOption()).action(remove)
  return command
}

function parseEnd(value: string): string | null {
  if (value === 'never') return null
  const [, days] = /^([1-9]\d{0,4})d$/.exec(value) ?? []
  if (days !== undefined) return instant(Date.now() + Number(days) * DAY)
  if (isIsoDate(value) && value.length === 10) return `${value}T00:00:00Z`
  throw new InvalidArgumentError('Expected a day such as 2027-01-31, so many days such as 30d, or never.')
}

async function add(user: string, { record: location, scope, expires, note }: AddOptions): Promise<void> {
  await withRecord(location, async ({ db }) => {
    const { token, hash, id } = newToken()
    await addToken(db, { hash, id, user, scopes: scope, note: note ?? null, at: instant(Date.now()), expires })
    await audit(db, 'add token', `${id}: ${user}, ${scope.join(' ')}`)
    process.stderr.write(`token ${id} of ${withoutControls(user)}; it is shown this once:\n`)
    await print(`${token}\n`)
  })
}

async function list({ record: location }: RecordOption): Promise<void> {
  await withRecordToRead(location, async ({ db }) => {
    for (const { id, user, scopes, note, expires, seen } of await listTokens(db)) {
      const end = expires === null ? 'no end' : `until ${expires.slice(0, 10)}`
      const use = seen === null ? 'never used' : `used ${seen.slice(0, 10)}`
      const facts = [scopes.join(' '), end, use, note].filter(fact => fact !== null)
      await print(`${id}  ${user}  ${inOneLine(facts.join(' · '))}\n`)
    }
  })
}

async function remove(id: string, { record: location }: RecordOption): Promise<void> {
  await withRecord(location, async ({ db }) => {
    await removeToken(db, id)
    await audit(db, 'remove token', id)
  })
}

function audit(db: Parameters<typeof addAudit>[0], what: string, about: string): Promise<void> {
  return addAudit(db, { at: instant(Date.now()), who: currentUser(), how: 'command line', from: null, what, about })
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+/, '')
}
