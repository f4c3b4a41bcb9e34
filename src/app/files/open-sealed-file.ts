import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { openMatter } from '../matter/open-matter.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { leastReason, mayReveal } from '../requester/reveal-identity.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import type { OpenFile } from './attachments.js'
import { filesOpenTo } from './kept-files.js'

/** 查看封存的原件. By whoever may open the identity behind the matter, for a reason that is recorded first: it shows who, where and with what. */
export async function openSealedFile(
  deps: Deps,
  viewer: Viewer,
  asked: { readonly attachment: string; readonly reason: string },
): Promise<Outcome<{ file: OpenFile }>> {
  const { office, actor, account, lang } = viewer
  const words = wordsOf(lang)
  const stored = await deps.store.readAttachment(office.id, asked.attachment, gateOf(office, actor))
  const matter = stored?.info.matter ?? null
  const opened = matter === null ? null : await openMatter(deps, office, matter, actor)
  if (stored === null || matter === null || opened === null) return failed(words, 'not-found')
  if (filesOpenTo({ ...opened, actor }, [stored.info]).length === 0) return failed(words, 'not-found')
  if (stored.kind === 'damaged') return failed(words, 'attachment-damaged')
  if (stored.kind === 'open') return { ok: true, file: stored }
  if (mayReveal(opened).length === 0) return failed(words, 'wrong-role')
  const reason = asked.reason.trim()
  if ([...reason].length < leastReason) return failed(words, 'reason-missing')
  const { attachment, name } = stored.info
  const opening = { matter, account, at: nowOf(deps, office), what: `file ${name}`, reason, attachment }
  const bytes = await deps.store.openSealedFile(office.id, opening)
  return bytes === null ? failed(words, 'not-found') : { ok: true, file: { kind: 'open', info: stored.info, bytes } }
}
