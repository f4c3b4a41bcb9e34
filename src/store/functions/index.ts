import { cutLog } from './cut-log.js'
import { decideDisposal } from './decide-disposal.js'
import { dutyDesk } from './duty-desk.js'
import { putMessages } from './put-messages.js'
import { putProjection } from './put-projection.js'
import { readMatter } from './read-matter.js'
import { record } from './record.js'
import { recordAll } from './record-all.js'
import { requestDelivery } from './request-delivery.js'
import { sessionHolder } from './session-holder.js'
import { workDesk } from './work-desk.js'

/**
 * Functions of the database that the app calls. They hold no data and stand here as they are now: a changed one is put in place
 * of the one before when the database is brought up to date, so that no migration says a whole function again.
 */
export const functions: readonly string[] = [
  requestDelivery,
  putProjection,
  putMessages,
  sessionHolder,
  readMatter,
  dutyDesk,
  workDesk,
  record,
  recordAll,
  cutLog,
  decideDisposal,
]
