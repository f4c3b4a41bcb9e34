import type { NotesView } from '../../contract/index.js'
import type { NoteRow } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { openMatter } from '../matter/open-matter.js'
import { moment, named, unitNamed } from '../matter/view-parts.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { colleaguesOf, houseOf, personNamed } from './house.js'

/** What was said about a matter among the viewer's colleagues. Whoever does not see the matter reads nothing of it. */
export async function readNotes(deps: Deps, viewer: Viewer, matter: number): Promise<Outcome<{ notes: NotesView }>> {
  const { office, actor, lang } = viewer
  const house = houseOf(office, actor)
  const opened = house === null ? null : await openMatter(deps, office, matter, actor)
  if (house === null || opened === null) return failed(wordsOf(lang), 'not-found')
  const [rows, keepers] = await Promise.all([
    deps.store.notes.list(office.id, { matter, house }),
    deps.store.notes.keepers(office.id, house, [matter]),
  ])
  const keeper = keepers[0]?.account
  return {
    ok: true,
    notes: {
      house: houseNamed(viewer),
      notes: rows.map((row) => noteView(office, row)),
      keeper: keeper === undefined ? null : personNamed(office, keeper),
      colleagues: [...colleaguesOf(office, actor)],
    },
  }
}

function houseNamed({ office, actor, lang }: Viewer): string {
  const showing = showingOf(office, lang)
  if (actor.unit !== null) return unitNamed(showing, actor.unit).name
  return named(showing, actor.role, office.roles.get(actor.role)?.name).name
}

const noteView = (office: Office, { id, kind, account, told, text, at }: NoteRow): NotesView['notes'][number] => ({
  ...{ id, kind, text },
  by: personNamed(office, account),
  told: told.map((each) => personNamed(office, each)),
  at: moment(at, office.calendar.zone),
})
