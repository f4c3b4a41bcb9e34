import type { AttachmentView, Lang } from '../contract/index.js'
import type { Deps, Viewer } from './deps.js'
import { fileKind } from './file-kind.js'
import { gateOf } from './gate.js'
import { filesOpenTo } from './kept-files.js'
import { readOfficeFile } from './office-duties/index.js'
import { openMatter } from './open-matter.js'
import type { Outcome } from './outcome.js'
import { failed } from './view-failure.js'
import { attachmentView } from './view-matter.js'
import { wordsOf } from './words/index.js'

export const largestFile = 10 * 1024 * 1024

export type Upload = {
  readonly government: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly isTruncated: boolean
  readonly lang: Lang
}

/** Keeps a file until the matter it belongs to is sent in. What it is, is read from its bytes; what the sender says counts for nothing. */
export async function saveAttachment(deps: Deps, upload: Upload): Promise<Outcome<{ attachment: AttachmentView }>> {
  const words = wordsOf(upload.lang)
  const office = await deps.offices.get(upload.government)
  if (office === null) return failed(words, 'government-unknown')
  if (upload.isTruncated || upload.bytes.length > largestFile) return failed(words, 'attachment-too-large')
  const kind = await fileKind(upload.name, upload.bytes)
  if (kind === null) return failed(words, 'attachment-type')
  const info = await deps.store.addAttachment(office.id, {
    name: plainName(upload.name, kind.extension),
    type: kind.type,
    bytes: upload.bytes,
    uploadedAt: deps.now(),
  })
  return { ok: true, attachment: attachmentView(info, office.calendar.zone) }
}

/** A name without a path or control characters, with the ending that its content calls for. */
function plainName(name: string, extension: string): string {
  const last = (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{C}/gu, '').trim()
  const stem = [...(last === '' ? 'file' : last.replace(/\.[^.]*$/, ''))].slice(0, 100).join('')
  return `${stem === '' ? 'file' : stem}.${extension}`
}

/** A file of a matter that the viewer sees, or of the office's own record. */
export async function readAttachment(deps: Deps, viewer: Viewer, attachment: string) {
  const { office, actor, lang } = viewer
  const found = await deps.store.readAttachment(office.id, attachment, gateOf(office.program.regulation, actor))
  const opened = found?.info.matter == null ? null : await openMatter(deps, office, found.info.matter, actor)
  const isOpen = opened !== null && filesOpenTo(opened.given, actor, [{ attachment }]).length > 0
  const file = found === null || !isOpen ? await readOfficeFile(deps, viewer, attachment) : found
  return file === null ? failed(wordsOf(lang), 'not-found') : { ok: true as const, file }
}
