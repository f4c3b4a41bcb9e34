import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Unavailable } from '../database/faults.js'

const byCode: Readonly<Record<string, Unavailable>> = { EROFS: 'read-only', ENOSPC: 'full', EDQUOT: 'full' }

/** As much as a page of the database. */
const page = Buffer.alloc(8192, 1)

/** Why a disk takes nothing into `folder` now; null when it does, or refuses for another reason. A server that was ended by its disk cannot say it. */
export async function whyNothingIsTaken(folder: string): Promise<Unavailable | null> {
  const probe = join(folder, `probe-${process.pid}`)
  try {
    await writeFile(probe, page, { flush: true })
    return null
  } catch (error) {
    return (error instanceof Error && 'code' in error && byCode[String(error.code)]) || null
  } finally {
    // Where nothing may be written nothing may be removed: then nothing is there.
    await rm(probe, { force: true }).catch(() => {})
  }
}
