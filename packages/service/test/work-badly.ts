/** Handlers that do what handlers must not, for the test of the engine. */
import type { Handlers } from '../src/engine/engine.ts'

export function makeHandlers(): Handlers {
  return {
    work: async (body: string, emit) => {
      if (body === 'throws') throw new Error('it cannot be done')
      if (body === 'hangs') for (;;) Math.random()
      if (body === 'slow but long') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000)
      if (body === 'exits') process.exit(3)
      await emit({ id: body, group: 'done', body })
    },
  }
}
