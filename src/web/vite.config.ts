import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { gapsForOlder } from './gaps-for-older.js'

const outDir = fileURLToPath(new URL('../../dist/web', import.meta.url))

/** Beside each file its compressed forms, so that no request has to wait for them to be made. */
const compressed: Plugin = {
  name: 'compressed',
  closeBundle() {
    const folder = join(outDir, 'assets')
    for (const name of readdirSync(folder).filter((each) => /\.(js|css)$/.test(each))) {
      const bytes = readFileSync(join(folder, name))
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes))
      writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
    }
  },
}

/** Builds the workbench to `dist/web`. The server writes the page around it: it finds the file names in `.vite/manifest.json`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/workbench/',
  plugins: [react(), compressed],
  css: { postcss: { plugins: [gapsForOlder] } },
  build: {
    outDir,
    emptyOutDir: true,
    manifest: true,
    // The oldest that people are told of (`http/workbench-shell.ts`); what these lack besides is in `workbench/older-engines.ts`.
    target: ['chrome78', 'edge79', 'firefox93', 'safari16.4'],
    rollupOptions: { input: fileURLToPath(new URL('./workbench/main.tsx', import.meta.url)) },
  },
})
