import { join } from 'node:path'
import { carryApart, type Deps, openGuesses, openOffices, openProofs, openUploads, type Passwords } from '../app/index.js'
import { CannotRun } from '../cli/index.js'
import { type Instant, instant } from '../core/index.js'
import type { Library } from '../load/index.js'
import { CannotStart, openStore, startPrivatePostgres } from '../store/index.js'
import { openAnchors } from './anchors.js'
import type { Environment } from './environment.js'
import { portalSecret } from './portal-secret.js'
import { postSigned } from './post-signed.js'
import type { Simulator } from './simulator.js'
import { findWordToPdf } from './word-to-pdf.js'

export type Joined = {
  readonly library: () => Library
  readonly now: () => Instant
  readonly simulator: Simulator
  readonly root: string
}
export type OpenedApp = { readonly deps: Deps; close(): Promise<void> }

/** Starts what stores, and joins the app. Libraries are read while the database starts. */
export async function openApp(environment: Environment, { library, now, simulator, root }: Joined): Promise<OpenedApp> {
  const starting = environment.database === null ? startPrivatePostgres({ dataFolder: environment.dataFolder, onTrouble }) : null
  const read = soon(library)
  const postgres = await starting
  // Reading takes long on a busy machine, and a connection that is waiting meanwhile would be given up on.
  if (starting === null) await read
  const connection = environment.database ?? postgres?.connection
  if (connection === undefined) throw new Error('no database')
  const { webhook } = environment
  let isClosing = false
  try {
    const store = await openStore({
      connection,
      ...(environment.databaseOwner === null ? {} : { ownerConnection: environment.databaseOwner }),
      keysFolder: environment.keysFolder,
      ...(postgres === null ? {} : { whyAway: postgres.whyAway }),
      poolSize: environment.poolSize,
      onError: (error) => void (isClosing || onTrouble(`database: ${error.message}`)),
      log: (level, message) => void (isClosing || !isTrouble(level) || onTrouble(`deliveries: ${message}`)),
    })
    const known = await read
    const anchors = openAnchors(environment)
    const deps: Deps = {
      store,
      library: known,
      offices: openOffices({ store, library: known, now }),
      guesses: openGuesses(now),
      uploads: openUploads(now),
      proofs: openProofs(portalSecret(environment.keysFolder), now),
      passwords,
      isDelivering: environment.webhook !== null,
      tellStaff:
        webhook === null
          ? null
          : (message) =>
              postSigned(webhook, { key: message.key, body: message }).catch((error: unknown) => {
                onTrouble(`gateway: ${error instanceof Error ? error.message : error}`)
                throw error
              }),
      toPdf: findWordToPdf(environment.dataFolder, join(root, 'templates/documents/fonts.conf')),
      simulate: simulator.run,
      witness: async () => anchors.keep(await store.witness(now())),
      verifier: join(root, 'templates/package/verify.mjs'),
      ...{ matterSheet: join(root, 'templates/matter-sheet.docx'), digestSheet: join(root, 'templates/digest-sheet.docx') },
      onTrouble,
      now,
    }
    await carryApart(deps)
    const close = async (): Promise<void> => {
      isClosing = true
      await simulator.close()
      await store.close()
      await postgres?.stop()
    }
    return { deps, close }
  } catch (error) {
    await postgres?.stop()
    throw error instanceof CannotStart ? new CannotRun(error.words) : error
  }
}

const onTrouble = (text: string): void => void process.stderr.write(`${text}\n`)

const isTrouble = (level: string): boolean => level === 'error' || level === 'warning'

/** The clock, read here alone. */
export const clock = (): Instant => instant(Date.now())

/** Runs it after what was started before has been handed to the system. */
const soon = <T>(work: () => T): Promise<T> =>
  new Promise((done, failed) => setImmediate(() => Promise.resolve().then(work).then(done, failed)))

const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }

/** Loaded at the first sign-in. */
const passwords: Passwords = {
  hash: async (password) => (await import('@node-rs/argon2')).hash(password, cost),
  isRight: async (hash, password) => (await import('@node-rs/argon2')).verify(hash, password).catch(() => false),
}
