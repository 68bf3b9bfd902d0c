/** The outbox of decisions: what becomes of each, whatever the server answers, and what stands on the device meanwhile. */
import { beforeEach, describe, expect, test } from 'vitest'
import { asLines } from '../src/app/decisions/as-lines.ts'
import { Outbox, type Problem, type Sent, type Unwritten } from '../src/app/decisions/outbox.ts'

const SAID = { by: 'Anna', about: 'words', language: 'en' }
const WAITS: Problem = { kind: 'waits', status: null, message: '' }
const REFUSED: Problem = { kind: 'refused', status: 409, message: 'no' }
const ANYONE = { is: 'anyone' } as const

let device: Map<string, string>
let answers: (Problem | number)[]
let sent: string[]
let again: (() => void)[]

/** A page on the device; each decision is answered by the next of `answers`: its number, or what is wrong. */
function open(author: Parameters<Outbox['open']>[1] = ANYONE, record = 'talks'): Outbox {
  const outbox = new Outbox({
    load: place => device.get(place) ?? null,
    save: (place, text) => void device.set(place, text),
    send: async ({ decided, by }): Promise<Sent> => {
      const answer = answers.shift()
      sent.push(`${by} ${decided.kind} ${decided.target}`)
      if (answer === undefined) throw new Error('asked too often')
      return typeof answer === 'number' ? { ok: true, seq: answer } : { ok: false, problem: answer, retryAfter: null }
    },
    alone: act => act(),
    later: act => {
      again.push(act)
      return () => {
        again = again.filter(each => each !== act)
      }
    },
    now: () => '2026-01-02T03:04:05.000Z',
    newId: () => `${Math.random()}`,
  })
  outbox.open(record, author)
  return outbox
}

const accept = (target: string) => ({ kind: 'accept', target }) as const
const targets = (outbox: Outbox) => outbox.list().map(({ decided }) => decided.target)
const problems = (outbox: Outbox) => outbox.list().map(({ problem }) => problem)

beforeEach(() => {
  device = new Map()
  answers = []
  sent = []
  again = []
})

describe('the outbox of decisions', () => {
  test('what is written is forgotten, and its number known for undoing it', async () => {
    const outbox = open()
    answers = [7]
    const id = outbox.put(accept('a'), SAID)
    await outbox.flush()
    expect(targets(outbox)).toEqual([])
    expect([...device.values()]).toEqual(['[]'])
    expect(await outbox.takeBack(id)).toBe(7)
  })

  test('a server that is gone is asked again, in the order of the decisions, and nothing is sent past one that waits', async () => {
    const outbox = open()
    answers = [WAITS, WAITS]
    outbox.put(accept('a'), SAID)
    await outbox.flush()
    outbox.put(accept('b'), SAID)
    await outbox.flush()
    expect(targets(outbox)).toEqual(['a', 'b'])
    expect(problems(outbox)).toEqual([WAITS, null])
    answers = [1, 2]
    expect(again).toHaveLength(1)
    again[0]()
    await outbox.flush()
    expect(sent).toEqual(['Anna accept a', 'Anna accept a', 'Anna accept a', 'Anna accept b'])
    expect(targets(outbox)).toEqual([])
  })

  test('what is refused stays with its reason, holds up nothing, and goes again when asked', async () => {
    const outbox = open()
    answers = [REFUSED, 2]
    outbox.put(accept('a'), SAID)
    outbox.put(accept('b'), SAID)
    await outbox.flush()
    expect(targets(outbox)).toEqual(['a'])
    expect(problems(outbox)).toEqual([REFUSED])
    await outbox.flush()
    expect(sent).toHaveLength(2)
    answers = [3]
    await outbox.retry()
    expect(targets(outbox)).toEqual([])
  })

  test('a page that is opened anew has what was not written, and sends it', async () => {
    answers = [WAITS]
    const before = open()
    before.put(accept('a'), SAID)
    await before.flush()
    answers = [4]
    const after = open()
    expect(targets(after)).toEqual(['a'])
    await after.flush()
    expect(targets(after)).toEqual([])
  })

  test('taken back it is not sent', async () => {
    const outbox = open()
    answers = [WAITS]
    const id = outbox.put(accept('a'), SAID)
    await outbox.flush()
    expect(await outbox.takeBack(id)).toBeNull()
    await outbox.retry()
    expect(sent).toHaveLength(1)
    expect([...device.values()]).toEqual(['[]'])
  })

  test.each<[string, Parameters<Outbox['open']>[1], string, string[]]>([
    ['who made it', { is: 'one', name: 'Anna' }, 'talks', ['Anna accept a']],
    ['another', { is: 'one', name: 'Boris' }, 'talks', []],
    ['nobody', { is: 'none' }, 'talks', []],
    ['whoever sits at this machine', ANYONE, 'talks', ['Anna accept a']],
    ['who made it, before another record', { is: 'one', name: 'Anna' }, 'other talks', []],
  ])('sent while logged in is %s', async (_, author, record, expected) => {
    answers = [WAITS]
    const before = open()
    before.put(accept('a'), SAID)
    await before.flush()
    sent = []
    answers = [5]
    const after = open(author, record)
    await after.flush()
    expect(sent).toEqual(expected)
  })

  test('a device that keeps nothing holds them as long as the page is there, and says so', async () => {
    const outbox = new Outbox({
      load: () => {
        throw new Error('closed')
      },
      save: () => {
        throw new Error('closed')
      },
      send: async () => ({ ok: false, problem: WAITS, retryAfter: null }),
      alone: act => act(),
      later: () => () => {},
      now: () => '',
      newId: () => 'one',
    })
    outbox.open('talks', ANYONE)
    outbox.put(accept('a'), SAID)
    await outbox.flush()
    expect(targets(outbox)).toEqual(['a'])
    expect(outbox.isKept()).toBe(false)
  })

  test('as lines they are what the command line decides from', () => {
    const entry: Unwritten = {
      ...SAID,
      id: 'x',
      at: '2026-01-02T03:04:05.000Z',
      decided: { kind: 'correct', target: 'a', value: { said: null }, why: 'dated otherwise' },
      tries: 1,
      problem: WAITS,
    }
    expect(asLines([entry, { ...entry, decided: { kind: 'undo', target: 'decision/3' } }])).toBe(
      '{"kind":"correct","target":"a","value":{"said":null},"by":"Anna","why":"dated otherwise","at":"2026-01-02T03:04:05.000Z","about":"words"}\n' +
        '{"kind":"undo","target":"decision/3","by":"Anna","at":"2026-01-02T03:04:05.000Z","about":"words"}\n',
    )
  })
})
