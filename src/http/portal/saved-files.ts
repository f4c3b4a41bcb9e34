import type { FieldProblemView, FieldView } from '../../contract/index.js'
import { inputName, type KeptFile, keptName, mostFiles, type Words } from '../../web/portal/index.js'
import type { Portal } from './portal.js'
import type { PostedForm } from './posted-form.js'

/** Files of a sent form, saved: by field, with what could not be saved. Saved ones survive a mistake elsewhere in the form. */
export type SavedFiles = {
  readonly ids: Readonly<Record<string, readonly string[]>>
  readonly kept: Readonly<Record<string, readonly KeptFile[]>>
  readonly problems: readonly FieldProblemView[]
}

type Sender = { readonly government: string; readonly address: string; readonly lang: 'zh' | 'en'; readonly words: Words }
type Saved = { readonly id: string; readonly name: string }

const purpose = 'kept file'
const lastsMs = 24 * 3_600_000

export async function saveFiles(
  portal: Portal,
  fields: readonly FieldView[],
  form: PostedForm,
  sender: Sender,
): Promise<SavedFiles> {
  const ids: Record<string, readonly string[]> = {}
  const kept: Record<string, readonly KeptFile[]> = {}
  const problems: FieldProblemView[] = []
  for (const field of fields.filter((each) => each.type === 'attachments')) {
    const files = earlierFiles(portal, field, form)
    for (const file of form.files.filter(({ entry }) => entry === inputName(field))) {
      if (file.isTruncated) {
        const most = Math.floor(portal.settings.largestFile / 1_000_000)
        problems.push(
          problemOf(
            field,
            sender.words.write.fileTooLarge(most).replace('{name}', () => file.name),
          ),
        )
        continue
      }
      const answer = await portal.deps.saveAttachment({
        ...sender,
        name: file.name,
        bytes: file.bytes,
        isTruncated: file.isTruncated,
      })
      if (answer.ok) files.push({ id: answer.attachment.id, name: answer.attachment.name })
      else
        problems.push(problemOf(field, sender.words.write.fileRefused(file.name, answer.problem.detail || answer.problem.title)))
    }
    if (form.hasTooManyFiles) problems.push(problemOf(field, sender.words.write.tooManyFiles(mostFiles)))
    ids[field.id] = files.map(({ id }) => id)
    kept[field.id] = files.map((file) => ({ name: file.name, token: portal.seal.close(purpose, JSON.stringify(file), lastsMs) }))
  }
  return { ids, kept, problems }
}

const problemOf = (field: FieldView, sentence: string): FieldProblemView => ({
  field: field.id,
  name: field.name,
  code: 'attachment',
  limit: null,
  sentence,
})

/** Files saved with an earlier sending of this form that are still ticked. */
function earlierFiles(portal: Portal, field: FieldView, form: PostedForm): Saved[] {
  return (form.entries.get(keptName(field)) ?? []).flatMap((token) => {
    const text = portal.seal.open(purpose, token)
    return text === null ? [] : [JSON.parse(text) as Saved]
  })
}
