import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './office.js'

let isBuilt = false

/** Builds the product once per run, as `npm run build` does: benches of the running product measure what is in the sources. */
export function build(): void {
  if (isBuilt) return
  mustBeInstalled()
  // Making the screens touches their folder, by which script/server would hold the rest for out of date.
  for (const args of [[], ['--no-web']]) {
    const { status, stderr } = spawnSync(process.execPath, ['script/build.mjs', ...args], { cwd: root, encoding: 'utf8' })
    if (status !== 0) throw new Error(`the build failed:\n${stderr}`)
  }
  isBuilt = true
}

/**
 * `script/server` installs packages where they look older than the lock file. A bench must not set that off: it would be measured,
 * and an install replaces what others may be working with; through a link it even empties somebody else's folder.
 */
export function mustBeInstalled(): void {
  const packages = join(root, 'node_modules')
  const installed = join(packages, '.package-lock.json')
  const isOurs = existsSync(installed) && !lstatSync(packages).isSymbolicLink()
  if (isOurs && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return
  throw new Error(
    'node_modules is missing, a link, or older than package-lock.json: run npm ci in a checkout of your own, then the bench',
  )
}
