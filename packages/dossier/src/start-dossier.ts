/** A new dossier to edit: a copy of a bundled one, or empty files that compile and say what belongs into them. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { jsonSchemas } from './json-schema.ts'
import { bundledDossiers, readDossierFiles, readOntology } from './read-files.ts'

export type Started =
  | { readonly ok: true; readonly files: readonly string[] }
  | { readonly ok: false; readonly reason: string }

/** Why a new dossier cannot begin with this one; null: it can. */
export function unknownModel(from: string): string | null {
  const names = bundledDossiers().map(({ name }) => name)
  return names.includes(from) ? null : `there is no bundled dossier '${from}'; there are ${names.join(', ')}`
}

/**
 * Writes into `folder`, which may exist but must hold no dossier yet, and puts the schemas beside it, so that editors complete it there.
 * `from`: name of a bundled dossier, or null for an empty one. Files come back as paths below `folder`, sorted.
 */
export function startDossier(folder: string, from: string | null = null): Started {
  const wrong = from === null ? null : unknownModel(from)
  if (wrong !== null) return { ok: false, reason: wrong }
  const model = bundledDossiers().find(one => one.name === from)
  if (existsSync(folder) && !statSync(folder).isDirectory()) return { ok: false, reason: `${folder} is a file` }
  if (existsSync(folder) && readdirSync(folder).some(name => /\.ya?ml$/.test(name))) {
    return { ok: false, reason: `${folder} holds a dossier already` }
  }
  const files = model === undefined ? new Map(Object.entries(EMPTY)) : readDossierFiles(model.folder)
  const written = new Map<string, string>()
  for (const [path, text] of files) {
    // Bundled dossiers share one folder of schemas; a copy has its own.
    written.set(
      path,
      text.replace(/(\$schema=)((?:\.\.\/)+)schema\//, (_, key, up) => `${key}${up.slice('../'.length)}schema/`),
    )
  }
  for (const [name, text] of jsonSchemas(readOntology())) written.set(`schema/${name}`, text)
  const isNew = !existsSync(folder) || readdirSync(folder).length === 0
  if (!isNew) writeAll(folder, written)
  else if (!writeAtOnce(folder, written)) return { ok: false, reason: `${folder} holds a dossier already` }
  return { ok: true, files: [...written.keys()].sort() }
}

function writeAll(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** All of them or, where the process is killed or another was first, none: half a dossier would pass for one. False: another was first. */
function writeAtOnce(folder: string, files: ReadonlyMap<string, string>): boolean {
  mkdirSync(dirname(folder), { recursive: true })
  const making = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`))
  try {
    chmodSync(making, 0o777 & ~process.umask())
    writeAll(making, files)
    if (existsSync(folder)) rmdirSync(folder)
    renameSync(making, folder)
    return true
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    const { code = '' } = error as NodeJS.ErrnoException
    if (existsSync(folder) && /^(?:ENOTEMPTY|EEXIST|EPERM|ENOENT)$/.test(code)) return false
    throw error
  }
}

const head = (kind: string, up = '../') => `# yaml-language-server: $schema=${up}schema/${kind}.json\n`

const EMPTY: Readonly<Record<string, string>> = {
  'process.yaml': `${head('process')}id: new-process
titles: { en: Title of the process }
scope: { en: What the dossier covers }
languages: [en]
editors: [Who answers for it]
`,
  'parties.yaml': `${head('parties')}# - id: north
#   kind: state
#   standing: party
#   country: XX
#   names: [{ lang: en, text: Republic of North }, { lang: en, text: North, kind: short }]
#   source: src-0001
`,
  'bodies.yaml': `${head('bodies')}# - id: body-0001
#   kind: mission
#   standing: monitor
#   names: [{ lang: en, text: Monitoring Mission }]
#   source: src-0001
`,
  'persons.yaml': `${head('persons')}# - id: person-0001
#   gender: f
#   names: [{ lang: en, text: First Last }]
#   roles: [{ office: north/president, since: 2020-01-31, until: null, source: src-0001 }]
`,
  'places.yaml': `${head('places')}# - id: place-0001
#   kind: town
#   names: [{ lang: en, text: What one side says, used_by: [north] }, { lang: en, text: What the other says, used_by: [south] }]
#   coordinates: { lat: 0.0, lon: 0.0, within: 10, source: src-0001 }
`,
  'terms.yaml': `${head('terms')}# - id: term-0001
#   meaning: what is meant, in words no side owns
#   names: [{ lang: en, text: what one side calls it, used_by: [north] }]
`,
  'sources.yaml': `${head('sources')}# - { id: src-0001, kind: agreement, title: The agreement, publisher: Who published it, lang: en, date: 2020-01-31, url: "https://…" }
`,
  'agreements/README.md': `One file an agreement, \`<date>-<name>.yaml\`:

\`\`\`yaml
${head('agreement', '../../')}id: agreement-2020
titles: { en: Title of the agreement }
signed: 2020-01-31
source: src-0001
signatories: [north, south]
provisions:
  - id: "1"
    stipulations:
      - id: 1a
        titles: { en: Full ceasefire }
        summaries: { en: Nobody fires. }
        bearer: [north, south]
        duty: cease-fire
        object: all fire and hostilities
        due: 2020-02-01
        continuing: true
\`\`\`
`,
}
