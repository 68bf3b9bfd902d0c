/** Passages read with the bundled dossiers: which stipulation, which assertion, whose (`gold/<code>/claims.tsv`). */
import { readFileSync } from 'node:fs'
import { type Kit, makeDocument, readDocument } from '@parley/core'
import { expect, test } from 'vitest'
import { loadKit } from '../src/index.ts'

const kits = new Map<string, Kit>()

function kitOf(dossier: string): Kit {
  const kit = kits.get(dossier) ?? loadKit({ dossiers: [dossier] })
  kits.set(dossier, kit)
  return kit
}

interface Case {
  readonly language: string
  readonly dossier: string
  readonly published: string
  readonly text: string
  readonly claims: readonly string[]
  readonly isKnownToFail: boolean
}

function readCases(language: string): Case[] {
  const lines = readFileSync(new URL(`../../../gold/${language}/claims.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
  return lines.slice(1).map(line => {
    const [dossier, published, text, claims = ''] = line.split('\t')
    return {
      language,
      dossier: dossier.replace('?', ''),
      published,
      text,
      claims: claims.trim() === '' ? [] : claims.split('; ').map(claim => claim.trim()),
      isKnownToFail: dossier.startsWith('?'),
    }
  })
}

function claimsOf({ language, dossier, published, text }: Case): string[] {
  const { claims, entities } = readDocument(makeDocument({ id: 'case', text, language, published }), kitOf(dossier))
  const nameOf = (id: string | null): string =>
    id === null ? '-' : (entities.find(entity => entity.id === id)?.name ?? `no entity ${id}`)
  return claims.map(
    ({ stipulation, assertion, claimantId }) =>
      `${stipulation.slice(stipulation.indexOf('/') + 1)} ${assertion} ${nameOf(claimantId)}`,
  )
}

for (const one of ['ru', 'en'].flatMap(readCases)) {
  const check = (): void => expect(claimsOf(one).sort()).toEqual([...one.claims].sort())
  if (one.isKnownToFail) test.fails(`(known to fail) ${one.text}`, check)
  else test(one.text, check)
}
