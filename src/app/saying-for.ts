import { type Saying, sayingOf } from '../load/index.js'
import type { Showing } from './showing.js'
import { unitNamed } from './view-parts.js'

/** The writer of rules for those who look at an office: units and people by the names they bear there, files by theirs. */
export const sayingFor = (showing: Showing, files: ReadonlyMap<string, string> = new Map()): Saying =>
  sayingOf(showing.program.regulation, showing.lang, {
    unit: (id) => unitNamed(showing, id).name,
    person: (id) => showing.office.people.get(id) ?? id,
    file: (id) => files.get(id) ?? id,
  })
