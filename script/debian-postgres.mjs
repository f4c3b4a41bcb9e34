// Starts Debian's PostgreSQL on a private folder and a free port of the loopback, for one test run.
import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const versions = '/usr/lib/postgresql'
const isRoot = process.getuid?.() === 0

const newest = () =>
  existsSync(versions)
    ? readdirSync(versions)
        .filter((name) => existsSync(join(versions, name, 'bin/initdb')))
        .sort((a, b) => Number(b) - Number(a))[0]
    : undefined

function install() {
  if (!isRoot) return
  const apt = (...args) => spawnSync('apt-get', args, { stdio: 'ignore' }).status === 0
  if (!apt('install', '-y', '-q', 'postgresql')) apt('update', '-q') && apt('install', '-y', '-q', 'postgresql')
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** `{ url, stop }`, or null where it cannot be had. */
export async function startDebianPostgres() {
  if (newest() === undefined) install()
  const version = newest()
  if (version === undefined) return null
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-debian-'))
  // PostgreSQL refuses to run as root: the folder's owner runs it.
  const user = isRoot ? { uid: 65534, gid: 65534 } : {}
  if (isRoot) chownSync(folder, 65534, 65534)
  const port = await freePort()
  const bin = (name) => join(versions, version, 'bin', name)
  const data = join(folder, 'data')
  const options = { ...user, cwd: folder, stdio: 'ignore' }
  execFileSync(bin('initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'], options)
  const settings = `-c listen_addresses=127.0.0.1 -p ${port} -k ${folder} -c fsync=off -c max_connections=200`
  execFileSync(bin('pg_ctl'), ['-D', data, '-o', settings, '-w', '-l', join(folder, 'log'), 'start'], options)
  return {
    version,
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      spawnSync(bin('pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], options)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
