import type { NewNote, NoteKind } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { openMatter } from '../matter/open-matter.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { colleaguesOf, houseOf } from './house.js'

/** Longer is not a note. */
const longest = 2000

type Wording = {
  readonly matter: number
  readonly text: string
  readonly told: readonly string[]
}

/** 备注. Words to colleagues about a matter: they stay, nobody outside the house reads them, and the log says that they were written. */
export async function writeNote(deps: Deps, viewer: Viewer, asked: Wording): Promise<Outcome<object>> {
  const ready = await readyNote(deps, viewer, { ...asked, kind: 'note' })
  if (!ready.ok) return ready
  if (ready.note.text === '') return failed(wordsOf(viewer.lang), 'bad-request')
  await deps.store.notes.write(viewer.office.id, ready.note, entryOf(viewer, ready.note))
  return { ok: true }
}

/** 经手人. Takes a matter up, gives it to a colleague or puts it back; who may act on it stays as the regulation says. */
export async function handOver(
  deps: Deps,
  viewer: Viewer,
  { from, to, ...asked }: Omit<Wording, 'told'> & { readonly from: string | null; readonly to: string | null },
): Promise<Outcome<object>> {
  const { office, account, lang } = viewer
  if (from === to) return failed(wordsOf(lang), 'bad-request')
  const kind = to === null ? 'left' : to === account ? 'taken' : 'handed'
  const told = to === null || to === account ? [] : [to]
  const ready = await readyNote(deps, viewer, { ...asked, kind, told })
  if (!ready.ok) return ready
  const change = { from, to, entry: entryOf(viewer, ready.note) }
  const isDone = await deps.store.notes.hand(office.id, ready.note, change)
  return isDone ? { ok: true } : failed(wordsOf(lang), 'changed-meanwhile')
}

/** Only who sees the matter writes about it, and only colleagues are told. */
async function readyNote(
  deps: Deps,
  { office, actor, account, lang }: Viewer,
  { matter, text, told, kind }: Wording & { readonly kind: NoteKind },
): Promise<Outcome<{ note: NewNote }>> {
  const words = wordsOf(lang)
  const house = houseOf(office, actor)
  if (house === null || (await openMatter(deps, office, matter, actor)) === null) return failed(words, 'not-found')
  const said = text.trim()
  if ([...said].length > longest) return failed(words, 'too-large')
  const colleagues = colleaguesOf(office, actor)
  if (!told.every((each) => colleagues.some(({ id }) => id === each))) return failed(words, 'bad-request')
  return { ok: true, note: { matter, house, account, kind, told, text: said, at: nowOf(deps, office) } }
}

const logged: Readonly<Record<NoteKind, string>> = {
  note: 'note-written',
  taken: 'matter-taken',
  handed: 'matter-handed',
  left: 'matter-left',
}

const entryOf = ({ account }: Viewer, { kind, matter, told, at }: NewNote) => ({
  ...{ at, account, kind: logged[kind], about: String(matter) },
  detail: told.length === 0 ? {} : { told: told.join(' ') },
})
