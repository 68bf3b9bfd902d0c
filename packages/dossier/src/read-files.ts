/** The one place of this package that opens files. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Problem } from '@parley/core'
import { type CompiledDossier, compileDossier, FILES } from './compile-dossier.ts'
import { makeOntology, namesIn, ONTOLOGY_TABLES, type Ontology } from './ontology.ts'

/** Folder of the closed lists, and of the dossiers that come with Parley. */
export const ONTOLOGY = join(import.meta.dirname, '../../../ontology')
export const DOSSIERS = join(import.meta.dirname, '../../../dossiers')

export function readOntology(folder: string = ONTOLOGY): Ontology {
  return makeOntology(new Map(ONTOLOGY_TABLES.map(name => [name, readFileSync(join(folder, name), 'utf8')])))
}

/** Names in a closed list, in its order: the first column of `ontology/acts.tsv`. */
export function readClosedList(name: 'acts' | 'event-types'): string[] {
  return namesIn(readFileSync(join(ONTOLOGY, `${name}.tsv`), 'utf8'))
}

/** The YAML files of a dossier: path below `folder`, with `/`, -> text. Other files are left alone. */
export function readDossierFiles(folder: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const below of ['', 'agreements']) {
    const place = join(folder, below)
    if (!existsSync(place) || !statSync(place).isDirectory()) continue
    for (const name of readdirSync(place).sort()) {
      if (!/\.ya?ml$/.test(name) || !statSync(join(place, name)).isFile()) continue
      files.set(below === '' ? name : `${below}/${name}`, readFileSync(join(place, name), 'utf8'))
    }
  }
  return files
}

/** Whether a folder holds files of a dossier, complete or not. */
export function isDossierFolder(folder: string): boolean {
  return Object.keys(FILES).some(name => existsSync(join(folder, name)))
}

/** What `parley check DIR` reports. Problems name their file below `folder` as given. A folder that is not there is a problem, too. */
export function checkDossier(folder: string, ontology: Ontology = readOntology()): CompiledDossier {
  const named = folder.replace(/[/\\]+$/, '') || folder
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    const hint = 'give the folder that holds process.yaml'
    const problem: Problem = {
      code: 'dossier/no-folder',
      file: named,
      line: 1,
      column: 1,
      excerpt: '',
      message: 'there is no such folder',
      hint,
    }
    return { dossier: null, problems: [problem], notes: [] }
  }
  return compileDossier(readDossierFiles(folder), ontology, named)
}

/** Names and folders of the dossiers that come with Parley, sorted: what `parley init --from` may copy. */
export function bundledDossiers(folder: string = DOSSIERS): { readonly name: string; readonly folder: string }[] {
  return readdirSync(folder)
    .sort()
    .map(name => ({ name: basename(name), folder: join(folder, name) }))
    .filter(one => existsSync(join(one.folder, 'process.yaml')))
}
