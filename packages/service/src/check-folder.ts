/** The verb `check`: every mistake in the dossiers and language tables of a folder. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '@parley/core'
import { checkDossier, isDossierFolder, ONTOLOGY, readOntology } from '@parley/dossier'
import { checkLanguage, isLanguageFolder } from '@parley/lang'

export interface CheckedFolder {
  readonly folder: string
  readonly kind: 'dossier' | 'language'
  /** Mistakes, sorted by place. */
  readonly problems: readonly Problem[]
  /** What an editor is asked to confirm; no mistakes. */
  readonly notes: readonly Problem[]
}

/**
 * `folder`: a dossier, a language's tables, or a folder that holds such, directly or in `dossier`, `dossiers/*`, `languages/*`. [] where there
 * is nothing to check.
 */
export function checkFolder(folder: string): CheckedFolder[] {
  const ontology = readOntology()
  return targetsOf(folder.replace(/(?<=.)[/\\]+$/, '')).map(target => {
    if (target.kind === 'dossier') {
      const { problems, notes } = checkDossier(target.folder, ontology)
      return { ...target, problems, notes }
    }
    const problems = checkLanguage({ folder: target.folder, ontology: ONTOLOGY, shown: target.folder })
    return { ...target, problems, notes: [] }
  })
}

type Target = Pick<CheckedFolder, 'folder' | 'kind'>

function targetsOf(folder: string): Target[] {
  const own = targetAt(folder)
  if (own !== null) return [own]
  const below = foldersIn(folder).flatMap(name => {
    const inner = join(folder, name)
    const found = targetAt(inner)
    if (found !== null) return [found]
    return name === 'dossiers' || name === 'languages' ? foldersIn(inner).map(one => targetAt(join(inner, one))) : []
  })
  return below.filter(target => target !== null)
}

function targetAt(folder: string): Target | null {
  if (isDossierFolder(folder)) return { folder, kind: 'dossier' }
  return isLanguageFolder(folder) ? { folder, kind: 'language' } : null
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => !name.startsWith('.') && name !== 'node_modules' && statSync(join(folder, name)).isDirectory())
    .sort()
}
