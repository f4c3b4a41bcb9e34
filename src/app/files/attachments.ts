import type { AttachmentView, Lang } from '../../contract/index.js'
import type { StoredFile } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { openMatter } from '../matter/open-matter.js'
import { attachmentView } from '../matter/view-matter.js'
import type { Outcome } from '../outcome.js'
import { withoutAuthors } from '../papers/without-authors.js'
import { withoutPlace } from '../pictures/without-place.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { fileKind } from './file-kind.js'
import { fileName } from './file-name.js'
import { filesOpenTo } from './kept-files.js'

export const largestFile = 10 * 1024 * 1024
/** What may lie there of a government without belonging to anything; it goes after a day. */
const mostUnclaimed = 5 * 1024 * 1024 * 1024

export type Upload = {
  readonly government: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly isTruncated: boolean
  readonly lang: Lang
  /** Whose it is, of somebody not signed in: they may send so much. */
  readonly address: string | null
}

/**
 * Keeps a file until the matter it belongs to is sent in. What it is, is read from its bytes; what the sender says counts for nothing. A
 * picture is kept without where and with what it was taken; one that cannot be cleaned is sealed, and handed on to nobody without a reason.
 * A paper is kept without who wrote it and on which machine; what it still tells is said to whoever sends it and to whoever reads it.
 */
export async function saveAttachment(deps: Deps, upload: Upload): Promise<Outcome<{ attachment: AttachmentView }>> {
  const words = wordsOf(upload.lang)
  const office = await deps.offices.get(upload.government)
  if (office === null) return failed(words, 'government-unknown')
  if (upload.isTruncated || upload.bytes.length > largestFile) return failed(words, 'attachment-too-large')
  if (upload.address !== null) {
    const isTooMuch = !deps.uploads.take(upload.address, upload.bytes.length)
    if (isTooMuch || (await deps.store.unclaimedBytes(office.id)) > mostUnclaimed) return failed(words, 'uploads-full')
  }
  const kind = await fileKind(upload.name, upload.bytes)
  if (kind === null) return failed(words, 'attachment-type')
  const clean = withoutPlace(kind.type, upload.bytes)
  const paper = withoutAuthors(kind.type, clean ?? upload.bytes)
  const info = await deps.store.addAttachment(office.id, {
    name: plainName(upload.name, kind.extension),
    type: kind.type,
    bytes: paper.bytes,
    isSealed: clean === null,
    tells: paper.tells,
    uploadedAt: deps.now(),
  })
  return { ok: true, attachment: attachmentView(info, office.calendar.zone, upload.lang) }
}

/** With the ending that its content calls for. */
function plainName(name: string, extension: string): string {
  const last = fileName(name)
  const stem = [...(last === '' ? 'file' : last.replace(/\.[^.]*$/, ''))].slice(0, 100).join('')
  return `${stem === '' ? 'file' : stem}.${extension}`
}

/** A file that may be handed on. */
export type OpenFile = Extract<StoredFile, { readonly kind: 'open' }>

/** What may be handed on of a stored file as it is. */
export function handedOn(lang: Lang, file: StoredFile | null): Outcome<{ file: OpenFile }> {
  const words = wordsOf(lang)
  if (file === null) return failed(words, 'not-found')
  if (file.kind === 'sealed') return failed(words, 'attachment-sealed')
  if (file.kind === 'damaged') return failed(words, 'attachment-damaged')
  return { ok: true, file }
}

/** A file of a matter that the viewer sees. */
export async function readAttachment(deps: Deps, viewer: Viewer, attachment: string): Promise<Outcome<{ file: OpenFile }>> {
  const { office, actor, lang } = viewer
  const gate = { ...gateOf(office, actor), rounds: 'beside' as const }
  const found = await deps.store.readAttachment(office.id, attachment, gate)
  const opened = found?.info.matter == null ? null : await openMatter(deps, office, found.info.matter, actor)
  const isOpen = opened !== null && filesOpenTo({ ...opened, actor }, [{ attachment }]).length > 0
  return handedOn(lang, isOpen ? found : null)
}
