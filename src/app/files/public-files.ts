import type { PublicFile } from '../../contract/index.js'
import { type Given, isKept, type MatterEvent, type Payload, type Regulation } from '../../core/index.js'
import type { Deps } from '../deps.js'
import { attachmentsIn } from './attachment-ids.js'

export type PublicFiles = { readonly files: PublicFile[]; readonly filesKeptBack: number }

export type PublicFilesAsked = {
  readonly government: string
  readonly matter: number
  readonly given: Given
  /** What the public reads. */
  readonly page: Payload
}

/** 公开的附件. The files that anybody may take, and how many that the requester sent are not among them. */
export async function publicFiles(
  { store }: Pick<Deps, 'store'>,
  { government, matter, given, page }: PublicFilesAsked,
): Promise<PublicFiles> {
  const { regulation } = given.program
  const ids = publicFileIds(regulation, page)
  const found = ids.length === 0 ? [] : await store.filesNamed(government, matter, ids)
  const files = ids.flatMap((id) => {
    const info = found.find(({ attachment, isSealed }) => attachment === id && !isSealed)
    return info === undefined ? [] : [{ id, name: info.name, size: info.size }]
  })
  const sent = attachmentsIn(
    regulation,
    given.events.filter((event) => isSent(regulation, event) && !isKept(given, event)),
  )
  return { files, filesKeptBack: sent.filter((id) => !files.some((file) => file.id === id)).length }
}

/** Ids of the files that a public page names. */
export const publicFileIds = (regulation: Regulation, page: Payload): readonly string[] =>
  filesIn(
    page,
    (regulation.visibility.public?.fields ?? []).filter((id) => regulation.fields[id]?.type === 'attachments'),
  )

/** By the requester, or with the letter, whoever took it in. */
const isSent = ({ acts, roles }: Regulation, event: MatterEvent): boolean =>
  event.kind === 'act' && (acts[event.act]?.starts === true || roles[event.by.role]?.kind === 'requester')

/** Ids of the files that these fields hold. */
export const filesIn = (facts: Payload, fields: readonly string[]): readonly string[] => [
  ...new Set(fields.flatMap((id) => listed(facts[id]))),
]

const listed = (value: Payload[string] | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
