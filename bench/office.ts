import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Deps, type Office, openGuesses, openOffices, openProofs, openUploads } from '../src/app/index.js'
import { instant } from '../src/core/index.js'
import { loadLibrary } from '../src/load/index.js'
import type { JsonObject, Store } from '../src/store/index.js'

export const root = fileURLToPath(new URL('..', import.meta.url))

const demoFile = z.object({
  government: z.object({
    id: z.string(),
    name: z.string(),
    numberPrefix: z.number(),
    regulation: z.string(),
    version: z.string(),
    settings: z.record(z.string(), z.unknown()).default({}),
  }),
  units: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type DemoOffice = z.infer<typeof demoFile>

/** The invented governments of the demo: their files, whole. */
export const demoTexts = (): readonly string[] =>
  readdirSync(join(root, 'demo'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readFileSync(join(root, 'demo', name), 'utf8'))

/** The first of them: benches that need one government use it. */
export function oneOffice(): DemoOffice {
  const [first] = demoTexts()
  if (first === undefined) throw new Error('demo/ holds no government')
  const { government, units } = demoFile.parse(parse(first))
  // Its people sign in without a second factor, as in the demo.
  return { government: { ...government, settings: { ...government.settings, secondFactor: 'offered' } }, units }
}

/** Writes a government and its units, nobody and nothing else. */
export async function putOffice(store: Store, { government, units }: DemoOffice): Promise<void> {
  const { id, name, numberPrefix, regulation, version, settings } = government
  const stored = { government: id, name, numberPrefix, regulation, regulationVersion: version, settings: settings as JsonObject }
  await store.putGovernment(stored)
  const rows = units.map((unit) => ({ unit: unit.id, name: unit.name, kind: 'unit', parent: null }))
  await store.putUnits(id, rows)
}

/** The app over a store, with a clock that stands still. */
export function appOver(store: Store, at: number): Deps {
  const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
  const now = () => instant(at)
  const passwords = { hash: async () => '', isRight: async () => false }
  return {
    store,
    library,
    offices: openOffices({ store, library, now }),
    guesses: openGuesses(now),
    proofs: openProofs(new Uint8Array(32), now),
    uploads: openUploads(now),
    passwords,
    isDelivering: false,
    tellStaff: null,
    toPdf: null,
    simulate: async () => null,
    witness: async () => void (await store.witness(now())),
    verifier: join(root, 'templates/package/verify.mjs'),
    onTrouble: (line) => void process.stderr.write(`${line}\n`),
    matterSheet: join(root, 'templates/matter-sheet.docx'),
    digestSheet: join(root, 'templates/digest-sheet.docx'),
    now,
  }
}

export async function officeOf(deps: Deps, { government }: DemoOffice): Promise<Office> {
  const office = await deps.offices.get(government.id)
  if (office === null) throw new Error(`no government ${government.id}`)
  return office
}
