import { defineConfig } from 'vitest/config'

/** Tests that need neither database nor browser: the core, the loader, the portal's pages. */
export default defineConfig({
  test: {
    include: ['src/{core,load,cli,web}/**/*.test.ts', 'src/{core,load,cli,web}/**/*.test.tsx', 'test/*.test.ts'],
    isolate: false,
    // Properties and walks over whole regulations take their time on a busy machine.
    testTimeout: 60_000,
    reporters: ['default'],
  },
})
