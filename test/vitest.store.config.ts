import { defineConfig } from 'vitest/config'

/** Tests that need a database: one PostgreSQL per run (or the one of TEST_DATABASE_URL), one database per file. */
export default defineConfig({
  test: {
    include: ['src/{store,app,http,main}/**/*.test.ts', 'src/{app,http}/**/*.test.tsx'],
    globalSetup: ['test/postgres-for-tests.ts'],
    setupFiles: ['test/leaves-nothing.ts'],
    maxWorkers: 2,
    // Each worker reads the product once, not once a file: that was two fifths of the time.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 90_000,
    reporters: ['default'],
  },
})
