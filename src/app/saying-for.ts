import { numberTyped } from '../core/index.js'
import { type Saying, sayingOf } from '../load/index.js'
import { unitNamed } from './matter/view-parts.js'
import type { Showing } from './showing.js'

/**
 * The writer of rules for those who look at an office: units and people by the names they bear there, files by theirs, other matters by
 * their titles and numbers where the titles are known, acts of other kinds of matters by the regulations of the office.
 */
export const sayingFor = (showing: Showing, files: ReadonlyMap<string, string> = new Map()): Saying =>
  sayingOf(showing.program.regulation, showing.lang, {
    unit: (id) => unitNamed(showing, id).name,
    person: (id) => showing.office.people.get(id) ?? id,
    file: (id) => files.get(id) ?? id,
    matter: (number) => {
      const title = showing.titles?.get(numberTyped(number))
      return title === undefined ? number : showing.words.withPart(title, number)
    },
    actThere: (kind, act) => {
      const there = showing.office.versions.find(({ regulation }) => regulation.kind === kind && act in regulation.acts)
      return there?.regulation.acts[act] ?? null
    },
  })
