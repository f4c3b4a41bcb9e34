import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { cleanUp } from '../../../bench/cleanup.js'
import { makeDisk } from '../../../bench/fault/disk.js'
import { readableFolder } from '../../../test/postgres-for-tests.js'
import { whyNothingIsTaken } from './disk.js'
import { startOf } from './processes.js'
import { type PrivatePostgres, startPrivatePostgres } from './start.js'

let dataFolder: string

beforeEach(() => {
  dataFolder = readableFolder()
})

afterEach(async () => {
  rmSync(dataFolder, { recursive: true, force: true })
  await cleanUp()
})

async function ask(server: PrivatePostgres, text: string): Promise<unknown> {
  const client = new pg.Client(server.connection)
  // It may be killed while somebody asks.
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query({ text, rowMode: 'array' })).rows[0]?.[0]
  } finally {
    await client.end()
  }
}

/** Another process that starts the same server and waits to be told to stop it. */
async function otherProcess(): Promise<{ kill(): Promise<void>; stop(): Promise<void> }> {
  const code = `import { startPrivatePostgres } from ${JSON.stringify(join(import.meta.dirname, 'start.ts'))}
    const server = await startPrivatePostgres({ dataFolder: ${JSON.stringify(dataFolder)}, fsync: false })
    process.stdin.once('end', () => void server.stop()).resume()
    console.log('ready')`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  const end = async (how: () => unknown): Promise<void> => {
    const ended = once(child, 'exit')
    how()
    await ended
  }
  return { kill: () => end(() => child.kill('SIGKILL')), stop: () => end(() => child.stdin.end()) }
}

const pidFile = () => join(dataFolder, 'postgres', 'data', 'postmaster.pid')

it('starts on an empty folder, stops, and finds its data again', async () => {
  const first = await startPrivatePostgres({ dataFolder })
  expect(first.adopted).toBe(false)
  expect(await ask(first, 'show fsync')).toBe('on')
  expect(await ask(first, 'show listen_addresses')).toBe('')
  await ask(first, 'create table kept as select 7 as it')
  await first.stop()
  expect(existsSync(pidFile())).toBe(false)
  const again = await startPrivatePostgres({ dataFolder })
  expect(await ask(again, 'select it from kept')).toBe(7)
  await again.stop()
})

it('lets nobody else into its folders', async () => {
  const server = await startPrivatePostgres({ dataFolder, fsync: false })
  for (const folder of ['.', 'data', 'socket', 'users', 'logs'])
    expect(statSync(join(dataFolder, 'postgres', folder)).mode & 0o777).toBe(0o700)
  await server.stop()
})

it('takes over the server of a process that was killed', async () => {
  const other = await otherProcess()
  const pid = readFileSync(pidFile(), 'utf8').split('\n')[0]
  await other.kill()
  const server = await startPrivatePostgres({ dataFolder })
  expect(server.adopted).toBe(true)
  expect(readFileSync(pidFile(), 'utf8').split('\n')[0]).toBe(pid)
  expect(await ask(server, 'select 1')).toBe(1)
  await server.stop()
  expect(existsSync(pidFile())).toBe(false)
})

it('loses nothing when the server itself is killed', async () => {
  const first = await startPrivatePostgres({ dataFolder })
  await ask(first, 'create table kept as select 7 as it')
  const pid = Number(readFileSync(pidFile(), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), 5000)
  const again = await startPrivatePostgres({ dataFolder })
  expect(await ask(again, 'select it from kept')).toBe(7)
  await again.stop()
})

it('keeps serving a process while another one that used it stops', async () => {
  const other = await otherProcess()
  const server = await startPrivatePostgres({ dataFolder })
  expect(server.adopted).toBe(true)
  await other.stop()
  expect(await ask(server, 'select 1')).toBe(1)
  await server.stop()
  expect(existsSync(pidFile())).toBe(false)
})

const lockFiles = () => [pidFile(), join(dataFolder, 'postgres', 'socket', '.s.PGSQL.5432.lock')]

/** Some other process that lives, under whose number something of ours was left behind. */
const otherPid = process.ppid

it('starts though postmaster.pid names a process that is now somebody else’s', async () => {
  const first = await startPrivatePostgres({ dataFolder, fsync: false })
  const lines = readFileSync(pidFile(), 'utf8').split('\n')
  await first.stop()
  writeFileSync(pidFile(), [String(otherPid), ...lines.slice(1)].join('\n'))
  const again = await startPrivatePostgres({ dataFolder, fsync: false })
  expect(await ask(again, 'select 1')).toBe(1)
  await again.stop()
})

/** A process that has ended and of which its parent, which sleeps, takes no note. */
async function deadProcess(): Promise<{ pid: string; forget(): void }> {
  const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = (await once(parent.stdout, 'data')) as [Buffer]
  return { pid: said.toString().trim(), forget: () => parent.kill('SIGKILL') }
}

it('starts though the server that was killed is still listed among the processes, as nobody has taken note of its end', async () => {
  const first = await startPrivatePostgres({ dataFolder, fsync: false })
  const left = lockFiles().map((file) => [file, readFileSync(file, 'utf8').split('\n').slice(1)] as const)
  await first.stop()
  const dead = await deadProcess()
  for (const [file, lines] of left) writeFileSync(file, [dead.pid, ...lines].join('\n'))
  const again = await startPrivatePostgres({ dataFolder, fsync: false })
  expect(await ask(again, 'select 1')).toBe(1)
  await again.stop()
  dead.forget()
})

it('starts though a power cut has left empty what says that it runs', async () => {
  const first = await startPrivatePostgres({ dataFolder, fsync: false })
  await first.stop()
  for (const file of lockFiles()) writeFileSync(file, '')
  const again = await startPrivatePostgres({ dataFolder, fsync: false })
  expect(await ask(again, 'select 1')).toBe(1)
  await again.stop()
})

it('waits for the sessions of a server that was killed, and never starts beside them', async () => {
  const first = await startPrivatePostgres({ dataFolder })
  const client = new pg.Client(first.connection)
  client.on('error', () => {})
  await client.connect()
  await client.query('create table kept as select 7 as it')
  const session = (await client.query('select pg_backend_pid() as pid')).rows[0].pid
  const pid = Number(readFileSync(pidFile(), 'utf8').split('\n')[0])
  process.kill(session, 'SIGSTOP')
  process.kill(pid, 'SIGKILL')
  await vi.waitFor(() => expect(startOf(pid)).toBeNull(), 5000)
  let isStarted = false
  const starting = startPrivatePostgres({ dataFolder }).finally(() => {
    isStarted = true
  })
  await vi.waitFor(() => expect(readFileSync(join(dataFolder, 'postgres', 'log'), 'utf8')).toContain('still in use'), 5000)
  expect(isStarted).toBe(false)
  process.kill(session, 'SIGCONT')
  const again = await starting
  expect(await ask(again, 'select it from kept')).toBe(7)
  await again.stop()
  await first.stop()
})

it('stops the server though marks of processes are left whose numbers others have now', async () => {
  const server = await startPrivatePostgres({ dataFolder, fsync: false })
  writeFileSync(join(dataFolder, 'postgres', 'users', String(otherPid)), 'another start 1')
  writeFileSync(join(dataFolder, 'postgres', 'users', '999999'), '')
  await server.stop()
  expect(existsSync(pidFile())).toBe(false)
})

it('starts the server again when it is killed, and says so', async () => {
  const said: string[] = []
  const server = await startPrivatePostgres({ dataFolder, onTrouble: (text) => said.push(text) })
  await ask(server, 'create table kept as select 7 as it')
  process.kill(Number(readFileSync(pidFile(), 'utf8').split('\n')[0]), 'SIGKILL')
  await vi.waitFor(async () => expect(await ask(server, 'select it from kept')).toBe(7), { timeout: 15_000, interval: 200 })
  expect(said.at(-1)).toMatch('started again')
  await server.stop()
  expect(existsSync(pidFile())).toBe(false)
})

it('ends a server that hangs', async () => {
  const server = await startPrivatePostgres({ dataFolder, fsync: false })
  const pid = Number(readFileSync(pidFile(), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGSTOP')
  await server.stop()
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), 5000)
})

it('lets in nobody but its owner, also where an older version let in everybody', async () => {
  const first = await startPrivatePostgres({ dataFolder, fsync: false })
  await first.stop()
  writeFileSync(join(dataFolder, 'postgres', 'data', 'pg_hba.conf'), 'local all all trust\n')
  const server = await startPrivatePostgres({ dataFolder, fsync: false })
  expect(await ask(server, "select string_agg(auth_method, ',') from pg_hba_file_rules")).toBe('peer')
  expect(await ask(server, "select string_agg(distinct pg_username, ',') from pg_ident_file_mappings")).toBe('huiyin')
  await expect(ask({ ...server, connection: { ...server.connection, user: 'postgres' } }, 'select 1')).rejects.toThrow(
    'authentication',
  )
  await server.stop()
})

it('says what of its disk keeps it from running', async ({ skip }) => {
  const disk = makeDisk(16)
  if (disk === null) return skip('this machine mounts no disk of our own')
  expect(await whyNothingIsTaken(disk.folder)).toBeNull()
  disk.fill()
  expect(await whyNothingIsTaken(disk.folder)).toBe('full')
  disk.makeRoom()
  expect(await whyNothingIsTaken(disk.folder)).toBeNull()
  disk.becomeReadOnly()
  expect(await whyNothingIsTaken(disk.folder)).toBe('read-only')
})

it('keeps a week of logs, each day in its own file', async () => {
  const server = await startPrivatePostgres({ dataFolder, fsync: false })
  await expect(ask(server, 'select 1/0')).rejects.toThrow('division')
  expect(readdirSync(join(dataFolder, 'postgres', 'logs')).join()).toMatch(/^postgresql-...\.log$/)
  expect(await ask(server, 'show log_truncate_on_rotation')).toBe('on')
  await server.stop()
})

it.runIf(process.getuid?.() === 0)('does not use a folder in /tmp that somebody else has made under its name', async () => {
  const long = join(dataFolder, 'a-rather-long-name-of-a-folder', 'and-another-one-that-is-long-too', 'data')
  mkdirSync(long, { recursive: true })
  const server = await startPrivatePostgres({ dataFolder: long, fsync: false })
  await server.stop()
  const socket = server.connection.host ?? ''
  chownSync(socket, 12_345, 12_345)
  await expect(startPrivatePostgres({ dataFolder: long })).rejects.toThrow('belongs to somebody else')
  rmSync(socket, { recursive: true })
})

it('serves two that start on an empty folder at once with one server', async () => {
  const [mine, other] = await Promise.all([startPrivatePostgres({ dataFolder, fsync: false }), otherProcess()])
  expect(await ask(mine, 'select 1')).toBe(1)
  await other.stop()
  expect(await ask(mine, 'select 1')).toBe(1)
  await mine.stop()
})

it('finds a shorter place for its socket where the folder’s path is long', async () => {
  const long = join(dataFolder, 'a-rather-long-name-of-a-folder', 'and-another-one-that-is-long-too', 'data')
  mkdirSync(long, { recursive: true })
  const server = await startPrivatePostgres({ dataFolder: long, fsync: false })
  expect(server.connection.host).toMatch(/^\/tmp\/huiyin-/)
  expect(await ask(server, 'select 1')).toBe(1)
  await server.stop()
  rmSync(server.connection.host ?? '', { recursive: true })
})
