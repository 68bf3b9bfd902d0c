/** Dossiers by folder or by the name of a bundled one. */
import { existsSync, statSync } from 'node:fs'
import { type Dossier, didYouMean, formatProblem, type Problem } from '@parley/core'
import { bundledDossiers, checkDossier, readOntology } from '@parley/dossier'

/** A dossier that cannot be used: there is none, or it has mistakes. The message says which, one a line. */
export class DossierError extends Error {
  /** Mistakes in the dossier's files; empty where there is no dossier at all. */
  readonly problems: readonly Problem[]

  constructor(message: string, problems: readonly Problem[] = []) {
    super(message)
    this.problems = problems
  }
}

/**
 * `names`: folders that hold a dossier, or names of bundled ones; a folder goes first. The same dossier given twice is read once. Throws
 * DossierError, with the mistakes of all of them.
 */
export function loadDossiers(names: readonly string[]): Dossier[] {
  if (names.length === 0) return []
  const ontology = readOntology()
  const dossiers = new Map<string, Dossier>()
  const problems: Problem[] = []
  for (const folder of new Set(names.map(folderOf))) {
    const compiled = checkDossier(folder, ontology)
    problems.push(...compiled.problems)
    if (compiled.dossier === null) continue
    const { id, hash } = compiled.dossier
    const known = dossiers.get(id)
    if (known !== undefined && known.hash !== hash)
      throw new DossierError(`two different dossiers of the process ${id}, the second in ${folder}`)
    dossiers.set(id, compiled.dossier)
  }
  if (problems.length > 0) throw new DossierError(describe(problems), problems)
  return [...dossiers.values()]
}

/** The folder of a dossier named on the command line. Throws DossierError where there is none. */
export function folderOf(name: string): string {
  if (existsSync(name) && statSync(name).isDirectory()) return name
  const bundled = bundledDossiers()
  const found = bundled.find(one => one.name === name)
  if (found !== undefined) return found.folder
  const names = bundled.map(one => one.name)
  const hint = didYouMean(name, names) ?? `the bundled ones are ${names.join(', ')}`
  throw new DossierError(`there is no dossier '${name}', neither a folder nor a bundled one: ${hint}`)
}

function describe(problems: readonly Problem[]): string {
  const count = `${problems.length} mistake${problems.length === 1 ? '' : 's'} in the dossier`
  return `${count}\n${problems.map(formatProblem).join('\n')}`
}
