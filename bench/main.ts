import { benchKernel } from './kernel.js'

const benches: Readonly<Record<string, () => Promise<void>>> = { kernel: benchKernel }

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}`)
  process.exitCode = 2
} else {
  for (const [name, run] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    console.log(`\n${name}`)
    await run()
  }
}
