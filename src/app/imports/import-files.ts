import type { Lang } from '../../contract/index.js'
import type { Act, Regulation } from '../../core/index.js'
import type { Deps } from '../deps.js'
import { largestFile, saveAttachment } from '../files/attachments.js'
import { fileKind } from '../files/file-kind.js'
import { type MailFile, mailFiles, type ReadMail } from '../mail/index.js'
import type { Outcome } from '../outcome.js'
import { wordsOf } from '../words/index.js'
import { mailNotes, namelessFile } from '../words/mail-faults.js'
import type { Mapping } from './import-mapping.js'

/** As many as a form takes. */
const mostFiles = 10

/** Files that came with a row: those that can be kept, and of the others why not. */
export type SortedFiles = { readonly kept: readonly MailFile[]; readonly left: readonly string[] }

/** The same limits as for what is uploaded: kind by content, size, number. */
export async function sortFiles(files: readonly MailFile[], lang: Lang): Promise<SortedFiles> {
  const words = wordsOf(lang).failures
  const kept: MailFile[] = []
  const left: string[] = []
  for (const file of files) {
    const name = file.name === '' ? namelessFile[lang] : file.name
    if (file.bytes.length > largestFile) left.push(`${name}: ${words['attachment-too-large']}`)
    else if ((await fileKind(file.name, file.bytes)) === null) left.push(`${name}: ${words['attachment-type']}`)
    else if (kept.length >= mostFiles) left.push(`${name}: ${mailNotes.tooMany(mostFiles)[lang]}`)
    else kept.push(file)
  }
  return { kept, left }
}

/** The field that files go to: the one a person named, else one the act needs, else one it takes. */
export function fileField(act: Act, { fields }: Regulation, { fields: mapped }: Mapping): string | null {
  const isForFiles = (id: string): boolean => fields[id]?.type === 'attachments'
  const needed = act.needs.find((id) => isForFiles(id))
  const named = Object.entries(mapped).find(([id, column]) => column === mailFiles && isForFiles(id) && id !== mailFiles)?.[0]
  return named ?? needed ?? act.takes.find((id) => isForFiles(id)) ?? null
}

/** Keeps them until the matter they belong to is received, which is next. */
export async function saveFiles(
  deps: Deps,
  keeper: { readonly government: string; readonly lang: Lang },
  files: readonly MailFile[],
): Promise<Outcome<{ readonly ids: readonly string[] }>> {
  const ids: string[] = []
  for (const { name, bytes } of files) {
    const saved = await saveAttachment(deps, { ...keeper, name, bytes, isTruncated: false, address: null })
    if (!saved.ok) return saved
    ids.push(saved.attachment.id)
  }
  return { ok: true, ids }
}

const largestOriginal = 30 * 1024 * 1024

/** A mail of which something was left, or could only be guessed, is kept whole: sealed, as it shows who wrote it. */
export async function keptOriginal(
  { store, now }: Deps,
  government: string,
  { isDoubtful, original }: Partial<ReadMail>,
  left: readonly string[],
): Promise<readonly string[]> {
  const isWhole = isDoubtful !== true && left.length === 0
  if (original === undefined || isWhole || original.length > largestOriginal) return []
  const kept = { name: 'original.eml', type: 'message/rfc822', bytes: original, isSealed: true, uploadedAt: now() }
  return [(await store.addAttachment(government, kept)).attachment]
}
