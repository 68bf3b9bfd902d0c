/** `parley check DIR…`: every mistake in dossiers and language tables, each with its place and what was expected. */
import { existsSync } from 'node:fs'
import type { Problem } from '@parley/core'
import { type CheckedFolder, checkFolder, DossierError, folderOf } from '@parley/service/dossiers'
import { Command, Option } from 'commander'
import { print } from '../output.ts'
import { type Terminal, terminalOf, withoutControls } from '../terminal.ts'
import { WrongUse } from '../wrong-use.ts'

interface Options {
  readonly format: 'pretty' | 'json'
}

export function checkCommand(): Command {
  return new Command('check')
    .description('Name every mistake in dossiers and language tables: file, line, column, what was expected.')
    .argument('<dir...>', 'folders of dossiers or languages, folders that hold such, or names of bundled dossiers')
    .addOption(new Option('--format <format>', 'how to write it').choices(['pretty', 'json']).default('pretty'))
    .action(check)
}

/** Exit 0: nothing wrong; 1: mistakes. Notes ask an editor to confirm and are no mistakes. */
async function check(folders: string[], { format }: Options): Promise<void> {
  const checked = folders.flatMap(checkOne)
  if (checked.some(({ problems }) => problems.length > 0)) process.exitCode = 1
  const terminal = terminalOf(process.stdout, process.env)
  await print(format === 'json' ? `${JSON.stringify(checked)}\n` : renderChecks(checked, terminal))
}

function checkOne(name: string): CheckedFolder[] {
  const checked = checkFolder(existingFolder(name))
  if (checked.length === 0) throw new WrongUse(`${name} holds neither a dossier nor tables of a language`)
  return checked
}

function existingFolder(name: string): string {
  if (existsSync(name)) return name
  try {
    return folderOf(name)
  } catch (error) {
    if (error instanceof DossierError) throw new WrongUse(error.message)
    throw error
  }
}

function renderChecks(checked: readonly CheckedFolder[], terminal: Terminal): string {
  return checked.map(one => renderCheck(one, terminal)).join('')
}

function renderCheck({ folder, kind, problems, notes }: CheckedFolder, terminal: Terminal): string {
  const count = (items: readonly Problem[], one: string): string =>
    `${items.length === 0 ? 'no' : items.length} ${one}${items.length === 1 ? '' : 's'}`
  const confirm = notes.length === 0 ? '' : `, ${count(notes, 'thing')} to confirm`
  const style = problems.length === 0 ? 'green' : 'red'
  const head = `${withoutControls(folder)} (${kind}): ${terminal.paint([style], count(problems, 'mistake'))}${confirm}`
  return [
    head,
    ...problems.map(problem => renderProblem(problem, terminal)),
    ...notes.map(note => renderProblem(note, terminal)),
    '',
  ].join('\n')
}

function renderProblem({ file, line, column, message, excerpt, hint, code }: Problem, terminal: Terminal): string {
  const place = terminal.paint(['bold'], withoutControls(`${file}:${line}:${column}`))
  const more = [excerpt.trim(), hint].filter(words => words !== '').map(words => `    ${withoutControls(words)}`)
  return [`${place} ${withoutControls(message)} ${terminal.paint(['dim'], `[${code}]`)}`, ...more].join('\n')
}
