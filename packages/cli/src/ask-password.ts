/** A password from whoever types it: not shown on a terminal, or the first line of standard input. Never an argument: other users of the machine see those. */
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { WrongUse } from './wrong-use.ts'

/** Throws WrongUse where the two typed on a terminal differ, or there is nothing to read. */
export async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) return firstLine()
  const password = await typed('Password: ')
  if ((await typed('Once more: ')) !== password) throw new WrongUse('the two passwords differ')
  return password
}

/** What is typed goes nowhere but to us. */
const NOWHERE = new Writable({ write: (_piece, _encoding, done) => done() })

function typed(question: string): Promise<string> {
  process.stderr.write(question)
  const lines = createInterface({ input: process.stdin, output: NOWHERE, terminal: true })
  return new Promise((resolve, reject) => {
    lines.on('SIGINT', () => lines.close())
    lines.on('close', () => reject(new WrongUse('no password was typed')))
    lines.question('', answer => {
      process.stderr.write('\n')
      resolve(answer)
      lines.close()
    })
  })
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line
  throw new WrongUse('the password is read from standard input, and there is nothing')
}
