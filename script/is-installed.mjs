// Exits 0 when node_modules holds what package-lock.json names (packages for other platforms aside), else 1.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const packagesOf = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages

try {
  const installed = packagesOf('node_modules/.package-lock.json')
  const wanted = Object.entries(packagesOf('package-lock.json')).filter(([path, { optional }]) => path !== '' && !optional)
  process.exitCode = wanted.every(([path, { version }]) => installed[path]?.version === version) ? 0 : 1
} catch {
  process.exitCode = 1
}
