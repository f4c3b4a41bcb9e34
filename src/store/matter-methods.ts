import { addAttachment, filesNamed, openSealedFile, readAttachment, removeUnclaimed, unclaimedBytes } from './attachments.js'
import type { Context } from './context.js'
import { type Mix, mixer } from './database/scatter.js'
import { askShared } from './database/shared-calls.js'
import { asGovernment, type Query, readGovernment } from './database/transaction.js'
import { readDesk } from './desk/desk.js'
import { dutyDesk, dutyQueue } from './desk/list-duties.js'
import { listUnheld } from './desk/unheld-roles.js'
import { keepLives } from './kept-lives.js'
import { type Numbering, scatteredNumber } from './matter-number.js'
import { findGovernment } from './offices.js'
import { standAsOf, standAtEach } from './past/index.js'
import { exportDuties, exportMatters } from './proof/batches.js'
import { newQueryCode } from './query-code.js'
import { findByNumber, findByNumbers, findImported, readingOf, readMatter } from './read-matter.js'
import { actsAlike, countActedOn, recentActsOfRole } from './recent-acts.js'
import { append, submit } from './record.js'
import {
  codeRenewedAt,
  isQueryCode,
  markRequesters,
  mattersOfRequester,
  openIdentity,
  recordSought,
  renewCode,
  requestersNamed,
} from './requester.js'
import { countedMatters, countMatters, listMatters, searchPublished } from './search/list-matters.js'
import type { Store } from './store.js'
import type { GovernmentId, ReservedMatter } from './types.js'

type Methods = Pick<
  Store,
  | (
      | 'reserveMatter'
      | 'submit'
      | 'append'
      | 'loadMatter'
      | 'findByNumber'
      | 'findByNumbers'
      | 'findImported'
      | 'listMatters'
      | 'countMatters'
      | 'exportMatters'
    )
  | (
      | 'searchPublished'
      | 'dutyQueue'
      | 'dutyDesk'
      | 'desk'
      | 'countedMatters'
      | 'asOf'
      | 'asOfEach'
      | 'listUnheld'
      | 'exportDuties'
      | 'isQueryCode'
      | 'openIdentity'
      | 'renewCode'
      | 'codeRenewedAt'
      | 'mattersOfRequester'
      | 'requestersNamed'
      | 'recordSought'
      | 'markRequesters'
    )
  | ('actsAlike' | 'recentActsOfRole' | 'countActedOn')
  | ('addAttachment' | 'readAttachment' | 'filesNamed' | 'openSealedFile' | 'unclaimedBytes' | 'removeUnclaimed')
>

export function matterMethods(context: Context): Methods {
  const { database } = context
  const ask = askShared(database)
  const reading = { read: readingOf(database), lives: keepLives() }
  const read = <T>(government: GovernmentId, work: (query: Query) => Promise<T>): Promise<T> =>
    readGovernment(database, government, work)
  return {
    reserveMatter: reserver(context),
    submit: (government, submission) => submit(context, government, submission),
    append: (government, what) => append(context, government, what),

    loadMatter: (government, matter, gate) => readMatter(reading, { government, matter }, gate),
    findByNumber: (government, number, gate) => read(government, (query) => findByNumber(query, government, number, gate)),
    findByNumbers: (government, numbers, gate) => read(government, (query) => findByNumbers(query, government, numbers, gate)),
    findImported: (government, source, id) => read(government, (query) => findImported(query, government, source, id)),
    listMatters: (government, wanted) => read(government, (query) => listMatters(query, government, wanted)),
    countMatters: (government, wanted) => read(government, (query) => countMatters(query, government, wanted)),
    exportMatters: (government, wanted) => exportMatters((work) => read(government, work), government, wanted),
    searchPublished: (government, wanted) => read(government, (query) => searchPublished(query, government, wanted)),
    dutyQueue: (government, wanted) => dutyQueue(ask, government, wanted),
    dutyDesk: (government, wanted) => dutyDesk(ask, government, wanted),
    desk: (government, wanted) => readDesk(ask, government, wanted),
    countedMatters: (government, wanted) => read(government, (query) => countedMatters(query, government, wanted)),
    asOf: (government, asked, work) => standAsOf(database, government, asked, work),
    asOfEach: (government, asked, work) => standAtEach(database, government, asked, work),
    listUnheld: (government, wanted) => read(government, (query) => listUnheld(query, government, wanted)),
    exportDuties: (government, wanted) => exportDuties((work) => read(government, work), government, wanted),

    actsAlike: (government, asked) => read(government, (query) => actsAlike(query, government, asked)),
    countActedOn: (government, wanted) => read(government, (query) => countActedOn(query, government, wanted)),
    recentActsOfRole: (government, wanted) => read(government, (query) => recentActsOfRole(query, government, wanted)),

    isQueryCode: (government, number, code) => isQueryCode(context, government, number, code),
    openIdentity: (government, opening) => openIdentity(context, government, opening),
    renewCode: (government, renewal) => renewCode(context, government, renewal),
    codeRenewedAt: (government, matter) => codeRenewedAt(context, government, matter),
    mattersOfRequester: (government, asked) => mattersOfRequester(context, government, asked),
    requestersNamed: (government, asked) => requestersNamed(context, government, asked),
    recordSought: (government, sought) => recordSought(context, government, sought),
    markRequesters: (government) => markRequesters(context, government),

    addAttachment: (government, added) => addAttachment(context, government, added),
    filesNamed: (government, matter, attachments) =>
      read(government, (query) => filesNamed(query, { government, matter }, attachments)),
    openSealedFile: (government, opening) => openSealedFile(context, government, opening),
    unclaimedBytes: (government) => read(government, (query) => unclaimedBytes(query, government)),
    removeUnclaimed: (before) => removeUnclaimed(database, before),
    readAttachment: (government, attachment, gate) =>
      read(government, (query) => readAttachment(query, government, attachment, gate)),
  }
}

/** How a government's numbers are made never changes, so it is asked for once. */
function reserver({ database, reserves, keys }: Context): (government: GovernmentId) => Promise<ReservedMatter> {
  const numberings = new Map<GovernmentId, { readonly numbering: Numbering; readonly mix: Mix }>()
  return async (government) => {
    const { numbering, mix } = numberings.get(government) ?? {
      numbering: await asGovernment(database, government, (query) => numberingOf(query, government)),
      mix: mixer((text) => keys.mark(`number/${government}/${text}`)),
    }
    numberings.set(government, { numbering, mix })
    const matter = await reserves.next(government, 'matter')
    return { matter, number: scatteredNumber(numbering, matter, mix), queryCode: newQueryCode() }
  }
}

/** From which matter on numbers are scattered is written down when the first such number is drawn. */
async function numberingOf(query: Query, government: GovernmentId): Promise<Numbering> {
  const found = await findGovernment(query, government)
  if (!found) throw new Error(`no government ${government}`)
  await query(
    `insert into counter (government, name, next)
     select $1, 'scattered-from', coalesce((select next from counter where government = $1 and name = 'matter'), 1) on conflict do nothing`,
    [government],
  )
  const rows = await query<{ next: number }>("select next from counter where government = $1 and name = 'scattered-from'", [
    government,
  ])
  return { government, prefix: found.numberPrefix, scatteredFrom: rows[0]?.next ?? 1 }
}
