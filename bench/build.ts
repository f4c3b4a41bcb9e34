import { spawnSync } from 'node:child_process'
import { root } from './office.js'

let isBuilt = false

/** Builds the product once per run, as `npm run build` does: benches of the running product measure what is in the sources. */
export function build(): void {
  if (isBuilt) return
  const { status, stderr } = spawnSync(process.execPath, ['script/build.mjs'], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the build failed:\n${stderr}`)
  isBuilt = true
}
