// Builds dist/: the server and command line by esbuild, the screens by vite where they are there and out of date.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** When anything below a path was last changed; 0 where there is nothing. */
function changedAt(path) {
  if (!existsSync(path)) return 0
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))))
}

const config = join(root, 'src/web/vite.config.ts')
const screens = join(root, 'dist/web')
if (!process.argv.includes('--no-web') && existsSync(config) && changedAt(join(root, 'src/web')) > changedAt(screens)) {
  const vite = await import('vite')
  await vite.build({ configFile: config, logLevel: 'warn' })
}

// Last: building the screens touches src/web, and a bundle older than its sources would be built again at the next start.
await build({
  entryPoints: [join(root, 'src/main.ts')],
  outfile: join(root, 'dist/main.js'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
  jsx: 'automatic',
  logLevel: 'warning',
})
