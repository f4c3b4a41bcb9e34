// Builds dist/: the server and command line by esbuild, the screens by vite where they are there and out of date.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** All files at or below a path. */
function filesIn(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)))
}

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

/**
 * What every start loads goes into the bundle with all it needs: one file is read sooner than a thousand. Every other package stays
 * where it is and is loaded from there, when it is asked for.
 */
const atStart = [
  /^@fastify\//,
  /^fastify(-|$)/,
  /^graphile-worker$/,
  /^opencc-js\//,
  /^pg$/,
  /^preact(\/|-|$)/,
  /^prom-client$/,
  /^yaml$/,
  /^zod$/,
]
/** What those ask for without needing it. */
const never = /^(pg-native|typescript)$/

const bundled = {
  name: 'bundled',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
      if (kind === 'entry-point') return undefined
      const isOurs = !importer.includes('node_modules')
      const stays = isOurs ? !atStart.some((name) => name.test(path)) : never.test(path)
      return stays ? { path, external: true } : undefined
    })
  },
}

/** Names what reads regulations: what an older one has read is not used by a newer one. */
function reader() {
  const hash = createHash('sha256')
  const files = ['src/core', 'src/load', 'package-lock.json'].flatMap((path) => filesIn(join(root, path)))
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex')
}

// Last: building the screens touches src/web, and a bundle older than its sources would be built again at the next start.
const { outputFiles } = await build({
  entryPoints: [join(root, 'src/main.ts'), join(root, 'src/main/simulating.ts'), join(root, 'src/main/keep-library.ts')],
  entryNames: '[name]',
  outdir: join(root, 'dist'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  plugins: [bundled],
  // Packages of the older kind ask for their parts by this name.
  banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url)" },
  define: { HUIYIN_READER: JSON.stringify(reader()) },
  sourcemap: true,
  legalComments: 'none',
  jsx: 'automatic',
  logLevel: 'warning',
  write: false,
})

// Each file whole at once: whoever starts in between would run half of it, or, where it is still empty, end without a word.
mkdirSync(join(root, 'dist'), { recursive: true })
for (const { path, contents } of outputFiles) {
  const unfinished = `${path}.${process.pid}`
  writeFileSync(unfinished, contents)
  renameSync(unfinished, path)
}

const { status, signal } = spawnSync(process.execPath, [join(root, 'dist/keep-library.js')], { stdio: 'inherit' })
if (status !== 0) console.error(`The regulations were not read ahead (${signal ?? status}); each start reads them.`)
