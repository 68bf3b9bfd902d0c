/** A record of the example reports with the karabakh-2020 dossier, in a folder of its own, and the application over it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openRecord } from '@parley/record'
import { addInputs, initRecord, loadKit } from '@parley/service'
import { type AppOptions, ImportRunner, makeApp, UPLOAD_LIMITS, type UploadLimits } from '../src/index.ts'

const ROOT = resolve(import.meta.dirname, '../../..')

export interface ExampleOptions extends Partial<Pick<AppOptions, 'access' | 'log' | 'now'>> {
  readonly limits?: Partial<UploadLimits>
  /** Bundled dossiers to read with. */
  readonly dossiers?: readonly string[]
}

export async function exampleApp(
  inputs: readonly string[] = [join(ROOT, 'examples/ru')],
  { limits = {}, dossiers = ['karabakh-2020'], ...options }: ExampleOptions = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-server-'))
  await initRecord(folder, 'karabakh-2020')
  const record = await openRecord(folder)
  await addInputs(record, inputs, {
    kit: { dossiers },
    language: null,
    published: null,
    standardInput: emptyInput(),
    now: () => '2026-01-02T03:04:05Z',
    threads: 1,
  })
  const errors: Error[] = []
  const runner = await ImportRunner.open({
    record,
    kit: { dossiers },
    spool: join(folder, 'spool'),
    fetching: { allowPrivate: true, delay: 0, timeout: 60_000 },
    threads: 1,
    onError: error => errors.push(error),
  })
  const shelf = { name: 'examples', record, kit: loadKit({ dossiers }) }
  const app = makeApp({
    shelf,
    page: join(ROOT, 'build/web'),
    importing: { runner, limits: { ...UPLOAD_LIMITS, ...limits } },
    onError: error => errors.push(error),
    ...options,
  })
  return {
    app,
    shelf,
    record,
    folder,
    errors,
    runner,
    close: async () => {
      await runner.close()
      await record.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function* emptyInput(): AsyncGenerator<Uint8Array> {}
