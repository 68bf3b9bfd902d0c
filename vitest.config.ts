import { defineConfig } from 'vitest/config'

/** Two workers: the tests share the machine with a browser, and a kit takes memory in each worker. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['packages/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts'],
    maxWorkers: 2,
    // Compiling a pack, starting a browser and generated tests take seconds on a slow machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    disableConsoleIntercept: true,
  },
})
