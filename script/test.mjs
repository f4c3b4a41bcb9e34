// Runs the parts of the test suite and adds up what they counted: what waits much or uses one core goes on beside the rest.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const reports = join(root, 'test-results/reports')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

/** Runs a command, shows what it prints, and answers its exit code. */
const run = (command, args, env = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })

/** As `run`, for what goes on beside others and gives way to them: its words are shown together, at the end. */
const runAside = (command, args) =>
  new Promise((resolve, reject) => {
    const said = []
    const child = spawn('nice', ['-n', '10', command, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      console.log(`\n== ${[command, ...args].join(' ')}`)
      process.stdout.write(Buffer.concat(said))
      resolve(code ?? (signal ? 1 : 0))
    })
  })

const read = (name) => {
  const file = join(reports, `${name}.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** A part that failed without counting anything counts as one failure. */
const counted = (code, passed, failed, told = []) => ({ passed, failed: code !== 0 && failed === 0 ? 1 : failed, told })

async function vitest(name, config, env, files = []) {
  const args = [
    'vitest',
    'run',
    '--config',
    config,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${join(reports, `${name}.json`)}`,
    ...files,
  ]
  const code = await run('npx', args, env)
  const report = read(name)
  const told = (report?.testResults ?? []).flatMap((file) =>
    file.assertionResults
      .filter((each) => each.status === 'pending' || each.status === 'skipped')
      .map((each) => `skipped: ${each.fullName}`),
  )
  return counted(code, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0, told)
}

async function one(command, args) {
  const code = await runAside(command, args)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, told: [] }
}

async function browser() {
  if (!existsSync(process.env.HUIYIN_CHROMIUM ?? '/usr/bin/chromium')) {
    return {
      passed: 0,
      failed: 0,
      told: ['skipped: browser tests: no chromium here, and it could not be installed (set HUIYIN_CHROMIUM)'],
    }
  }
  const built = await run('node', ['script/build.mjs'])
  if (built !== 0) return { passed: 0, failed: 1, told: [] }
  const code = await run('npx', ['playwright', 'test', '--config', 'test/playwright.config.ts', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'browser.json'),
  })
  const report = read('browser')
  const stats = report?.stats
  const told = [
    ...(stats?.skipped ? [`skipped: ${stats.skipped} browser tests`] : []),
    ...specsOf(report).flatMap(({ title, tests }) =>
      tests.some(({ status }) => status === 'flaky') ? [`held only when tried again, to be mended: ${title}`] : [],
    ),
  ]
  return counted(code, (stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected ?? 0, told)
}

/** Every test of a report of the browser's, whatever it lies in. */
const specsOf = (part) => [...(part?.specs ?? []), ...(part?.suites ?? []).flatMap(specsOf)]

/** What depends on no version of PostgreSQL: the interface over statements that the store's tests and the use cases' ask, our own server, what has no database. */
const asksNoOther = [
  'src/http/**',
  'src/app/half-done.test.ts',
  'src/store/private-postgres/**',
  'src/main/**',
  ...['mail', 'papers', 'pictures', 'tables', 'words'].map((room) => `src/app/${room}/**`),
]

/** Another PostgreSQL than the one we ship: Debian's, started for this run; the floor we promise. */
async function otherPostgres() {
  const { startDebianPostgres } = await import('./debian-postgres.mjs')
  const server = await startDebianPostgres()
  if (server === null)
    return {
      passed: 0,
      failed: 0,
      told: ["skipped: store tests on Debian's PostgreSQL: not installed here and not root to install it"],
    }
  try {
    const others = asksNoOther.map((file) => `--exclude=${file}`)
    return await vitest('store-debian', 'test/vitest.store.config.ts', { TEST_DATABASE_URL: server.url }, others)
  } finally {
    await server.stop()
  }
}

const ofTime = ['src/core', 'src/load/library', 'src/load/scenario', 'src/cli', 'test/calendars', 'test/concepts', 'test/seventh']

/** What the other parts leave room for, as they wait for a database or a browser: one after another, beside them. */
const aside = {
  rules: () => one('npx', ['tsx', 'script/test-rules.ts']),
  'half-year': () => one('npx', ['tsx', 'bench/half-year/main.ts', '--one-of', '10']),
  types: () => one('npm', ['run', '--silent', 'types']),
  lint: () => one('npx', ['biome', 'check', '.']),
  rooms: () => one('npx', ['depcruise', 'src', 'test', 'bench', 'script', '--config', '.dependency-cruiser.cjs']),
  lengths: () => one('npx', ['tsx', 'script/check-lengths.ts']),
  regulations: () => one('script/huiyin', ['check']),
}

/** What is shown as it goes on, one after another. */
const ahead = {
  pure: () => vitest('pure', 'test/vitest.pure.config.ts', { TZ: 'Asia/Shanghai' }),
  // That the machine's own zone does not matter is asked where days and times are made, and of every worked example.
  'pure, New York': () => vitest('pure-new-york', 'test/vitest.pure.config.ts', { TZ: 'America/New_York' }, ofTime),
  store: () => vitest('store', 'test/vitest.store.config.ts', {}),
  'store, Debian': otherPostgres,
  browser,
}

const wanted = process.argv.slice(2)
const chosenOf = (parts) => Object.entries(parts).filter(([name]) => wanted.length === 0 || wanted.includes(name.split(',')[0]))
const lanes = [chosenOf(ahead), chosenOf(aside)]
if (lanes.flat().length === 0) {
  const names = Object.keys({ ...aside, ...ahead })
  console.error(`no such part: ${wanted.join(' ')}; there are: ${names.join('; ')}`)
  process.exit(2)
}
const results = []
async function inTurn(parts) {
  for (const [name, part] of parts) {
    const start = Date.now()
    console.log(`\n== ${name}`)
    results.push({ name, ...(await part()), seconds: (Date.now() - start) / 1000 })
  }
}
await Promise.all(lanes.map(inTurn))

console.log('')
for (const { name, passed, failed, seconds, told } of results) {
  console.log(
    `${failed === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(16)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed  ${seconds.toFixed(1)} s`,
  )
  for (const line of told) console.log(`     ${line}`)
}
const passed = results.reduce((sum, each) => sum + each.passed, 0)
const failed = results.reduce((sum, each) => sum + each.failed, 0)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
