/** `parley user`: who may come to a record that others reach. */
import { addAudit, addUser, changeUser, currentUser, listUsers, type OpenRecord, removeUser } from '@parley/record'
import { hashPassword, PasswordError, ROLES, type Role } from '@parley/server/users'
import { Command, Option } from 'commander'
import { askPassword } from '../ask-password.ts'
import { print } from '../output.ts'
import { type RecordOption, recordOption, withRecord, withRecordToRead } from '../record-options.ts'
import { WrongUse } from '../wrong-use.ts'

interface AddOptions extends RecordOption {
  readonly role: Role
  readonly export?: boolean
  /** false: comes by tokens alone. */
  readonly password: boolean
}

interface RoleOptions extends RecordOption {
  readonly export?: boolean
}

export function userCommand(): Command {
  const command = new Command('user').description(
    'Who may come to a record that others reach: reader (sees), coder (decides on items), editor (assesses, merges, adds, rolls back), admin.',
  )
  command
    .command('add <name>')
    .description('Add a user; the password is asked for, or read from standard input.')
    .addOption(new Option('--role <role>', 'what they may do').choices(ROLES).makeOptionMandatory())
    .option('--export', 'they may export, too')
    .option('--no-password', 'a program, which comes by tokens alone')
    .addOption(recordOption())
    .action(add)
  command
    .command('list')
    .description('All users, with role and right to export.')
    .addOption(recordOption())
    .action(list)
  command
    .command('remove <name>')
    .description('Remove a user with their sessions and tokens; what they decided stays.')
    .addOption(recordOption())
    .action((name: string, { record }: RecordOption) =>
      change(record, 'remove user', name, ({ db }) => removeUser(db, name)),
    )
  command
    .command('password <name>')
    .description('Give a user a new password; they are logged out everywhere.')
    .addOption(recordOption())
    .action((name: string, { record }: RecordOption) =>
      change(record, 'change password', name, async ({ db }) =>
        changeUser(db, name, { password: await newPassword() }),
      ),
    )
  command
    .command('role')
    .argument('<name>')
    .argument('<role>', ROLES.join(', '))
    .description('Give a user another role.')
    .option('--export', 'they may export')
    .option('--no-export', 'they may not export')
    .addOption(recordOption())
    .action(changeRole)
  return command
}

async function add(name: string, options: AddOptions): Promise<void> {
  const { record, role, export: mayExport = false, password: hasPassword } = options
  await change(record, 'add user', `${name}: ${role}${mayExport ? ', may export' : ''}`, async ({ db }) => {
    const password = hasPassword ? await newPassword() : null
    await addUser(db, { name, password, role, mayExport }, now())
  })
}

async function changeRole(name: string, role: string, { record, export: mayExport }: RoleOptions): Promise<void> {
  if (!ROLES.some(each => each === role)) throw new WrongUse(`'${role}' is no role: ${ROLES.join(', ')}`)
  const more = mayExport === undefined ? '' : mayExport ? ', may export' : ', may not export'
  await change(record, 'change role', `${name}: ${role}${more}`, ({ db }) =>
    changeUser(db, name, { role, ...(mayExport === undefined ? {} : { mayExport }) }),
  )
}

async function list({ record: location }: RecordOption): Promise<void> {
  await withRecordToRead(location, async ({ db }) => {
    for (const { name, role, mayExport, hasPassword, at } of await listUsers(db)) {
      const facts = [
        role,
        mayExport ? 'may export' : null,
        hasPassword ? null : 'tokens only',
        `since ${at.slice(0, 10)}`,
      ]
      await print(`${name}  ${facts.filter(fact => fact !== null).join(' · ')}\n`)
    }
  })
}

/** Does it, and writes it into the audit. */
async function change(
  location: string,
  what: string,
  about: string,
  act: (record: OpenRecord) => Promise<unknown>,
): Promise<void> {
  await withRecord(location, async record => {
    await act(record)
    await addAudit(record.db, { at: now(), who: currentUser(), how: 'command line', from: null, what, about })
  })
}

async function newPassword(): Promise<string> {
  try {
    return await hashPassword(await askPassword())
  } catch (error) {
    if (error instanceof PasswordError) throw new WrongUse(error.message)
    throw error
  }
}

function now(): string {
  return new Date().toISOString().replace(/\.\d+/, '')
}
