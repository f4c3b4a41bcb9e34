import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the workbench to `dist/web`. The server writes the page around it: it finds the file names in `.vite/manifest.json`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/workbench/',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    rollupOptions: { input: fileURLToPath(new URL('./workbench/main.tsx', import.meta.url)) },
  },
})
