import { cleanOfd } from './clean-ofd.js'
import { cleanOffice } from './clean-office.js'
import { cleanOld } from './clean-old.js'
import { cleanPdf } from './clean-pdf.js'
import { type CleanPaper, untouched } from './paper-tells.js'

const inZip = 'application/vnd.openxmlformats-officedocument.'

const cleaners: Readonly<Record<string, (bytes: Uint8Array) => CleanPaper>> = {
  [`${inZip}wordprocessingml.document`]: cleanOffice,
  [`${inZip}spreadsheetml.sheet`]: cleanOffice,
  'application/pdf': cleanPdf,
  'application/ofd': cleanOfd,
  'application/msword': cleanOld,
  'application/vnd.ms-excel': cleanOld,
  'application/wps-office.wps': cleanOld,
  'application/wps-office.et': cleanOld,
  'application/wps-office.dps': cleanOld,
}

/** A paper that says nothing of who wrote it beside its text, as far as that can be done without touching the text; and what it still tells. */
export function withoutAuthors(type: string, bytes: Uint8Array): CleanPaper {
  try {
    return cleaners[type]?.(bytes) ?? untouched(bytes)
  } catch (error) {
    // Lengths and offsets of a broken file point anywhere.
    if (error instanceof RangeError) return untouched(bytes, 'properties')
    throw error
  }
}
