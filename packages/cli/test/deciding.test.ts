/** Review by command line: what waits, one decision, many as lines, undoing, agreement; and the views follow. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parley, Workshop } from './run.ts'

const shop = new Workshop()
const folder = shop.path('record')
const TEXT = `Президент Азербайджана Ильхам Алиев заявил 5 января, что Агдамский район возвращён Азербайджану. «Мы готовы к переговорам», — добавил он.\n`

beforeAll(async () => {
  await parley(['init', folder, '--from', 'karabakh-2020'])
  await parley(['add', shop.put('agdam.txt', TEXT), '--published', '2021-01-06', '--record', folder])
})
afterAll(() => shop.clear())

const run = (argv: readonly string[], stdin = '') => parley(argv, { cwd: folder, stdin })
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
const waiting = async (what = 'claims', state = 'open') =>
  lines((await run(['review', '--what', what, '--state', state, '--format', 'jsonl'])).stdout)
const claimsOf = async () => {
  const { matrices } = JSON.parse((await run(['status', '--format', 'json'])).stdout)
  return matrices[0].agreements.flatMap((one: { rows: { claims: unknown[] }[] }) => one.rows.flatMap(row => row.claims))
}

describe('decisions on the command line', () => {
  test('a claim rejected leaves the matrix; undone, it is back', async () => {
    const [claim] = await waiting()
    expect(await claimsOf()).toHaveLength(1)
    const made = await run(['decide', claim.target, 'reject', '--by', 'Anna', '--why', 'not his words'])
    expect(made).toMatchObject({ code: 0, stdout: 'decision 1\n', stderr: '' })
    expect(await claimsOf()).toHaveLength(0)
    expect(await waiting()).toEqual([])
    expect((await run(['review', folder, '--state', 'rejected'])).stdout).toContain('1 Anna: reject (not his words)')
    expect((await run(['undo', '1', '--by', 'Anna'])).stdout).toBe('decision 2\n')
    expect(await claimsOf()).toHaveLength(1)
    expect(await run(['undo', '1'])).toMatchObject({ code: 2, stderr: expect.stringContaining('is undone already') })
  })

  test('a correction shows in quotes, timeline and export', async () => {
    const [quotation] = await waiting('quotations')
    const value = ['--set', 'speaker=Лев Орешников', '--set', 'act=']
    await run(['decide', quotation.target, 'correct', ...value, '--by', 'Anna'])
    const [row] = lines((await run(['quotes', '--by', 'Орешников', '--format', 'jsonl'])).stdout)
    expect(row).toMatchObject({ speaker: 'Лев Орешников', speaker_ref: null, act: null, review: 'accepted' })
    expect((await run(['timeline', '--by', 'Орешников'])).stdout).toContain('Орешников')
    expect((await run(['export', '--format', 'csv'])).stdout).toContain('Лев Орешников')
  })

  test('statements by whether a person has checked them', async () => {
    const checked = async (outcome: string) =>
      lines((await run(['quotes', '--checked', outcome, '--format', 'jsonl'])).stdout)
    const all = lines((await run(['quotes', '--format', 'jsonl'])).stdout)
    expect(await checked('corrected')).toMatchObject([{ speaker: 'Лев Орешников' }])
    expect(await checked('unchecked')).toHaveLength(all.length - 1)
    const [open] = await waiting('quotations')
    await run(['decide', open.target, 'reject', '--by', 'Anna'])
    expect(await checked('rejected')).toMatchObject([{ review: 'rejected' }])
    expect(await checked('unchecked')).toHaveLength(all.length - 2)
    expect((await run(['quotes', '--checked', 'perhaps'])).stderr).toContain('Allowed choices are unchecked, accepted')
    await run(['undo', '4', '--by', 'Anna'])
  })

  test('many as lines, from what waits; a wrong line is named and the others are kept', async () => {
    const [claim] = await waiting()
    const said = [
      JSON.stringify({ ...claim, kind: 'accept', by: 'Anna' }),
      '{',
      JSON.stringify({ target: claim.target, kind: 'reject', by: 'Boris' }),
      JSON.stringify({ target: 'nothing', kind: 'accept' }),
      JSON.stringify({
        target: 'karabakh-2020/99',
        kind: 'assess',
        why: 'x',
        value: { status: 'planned', pam: 0, on: '2021-02-01' },
      }),
    ]
    const { code, stdout, stderr } = await run(['decide', '-'], said.join('\n'))
    expect(code).toBe(1)
    expect(lines(stdout).map(({ kind }) => kind)).toEqual(['accept', 'reject'])
    expect(stderr).toMatch(
      /line 2: not JSON\nline 4: nothing names no item\nline 5: no dossier .* 'karabakh-2020\/99'\n/,
    )
    expect(await waiting('claims', 'disputed')).toHaveLength(1)
    const { items } = JSON.parse((await run(['agreement', '--format', 'json'])).stdout)
    expect(items).toMatchObject({ items: 1, reviewers: ['Anna', 'Boris'], alpha: null })
    expect((await run(['agreement'])).stdout).toMatch(/^items as found or not: alpha cannot be told; 1 decided/)
  })

  test('decisions a page could not write, undoings among them', async () => {
    const { seq } = lines(
      (
        await run(
          ['decide', '-'],
          `${JSON.stringify({ ...(await waiting('quotations'))[0], kind: 'reject', by: 'Vera' })}\n`,
        )
      ).stdout,
    )[0]
    const undoing = JSON.stringify({
      kind: 'undo',
      target: `decision/${seq}`,
      by: 'Vera',
      at: '2026-01-02',
      about: 'words',
    })
    const { code, stdout } = await run(['decide', '-'], `${undoing}\n`)
    expect({ code, said: lines(stdout) }).toMatchObject({
      code: 0,
      said: [{ kind: 'undo', target: `decision/${seq}` }],
    })
    expect(await run(['decide', '-'], `${undoing}\n`)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('undone already'),
    })
  })

  test('an assessment, and what is refused', async () => {
    const assess = ['decide', 'karabakh-2020/6a', 'assess', '--status', 'progress', '--pam', '1', '--on', '2021-02-01']
    expect(await run(assess)).toMatchObject({ code: 2, stderr: expect.stringContaining('an assessment has a reason') })
    expect((await run([...assess, '--why', 'The road is open by day.'])).code).toBe(0)
    const wrong: [string[], RegExp][] = [
      [['decide', 'x', 'accept'], /x names no item/],
      [['decide', 'x', 'perhaps'], /kind: /],
      [['decide', 'x'], /kind: /],
      [['decide', 'x', 'merge'], /value\.with: /],
      [['decide', '-', 'accept'], /takes each verdict from its line/],
      [['undo', '99'], /there is no decision 99/],
    ]
    for (const [argv, message] of wrong)
      expect(await run(argv)).toMatchObject({ code: 2, stderr: expect.stringMatching(message) })
    expect((await run(['verify'])).code).toBe(0)
  })
})
