import { z } from 'zod'
import { type Condition, signOffStandings } from '../../core/index.js'
import type { Path } from '../format/yaml-file.js'
import { each, type Reading } from './reading.js'
import { words } from './shapes.js'

/** How texts that are signed stand, each by its sign-off: at one of these levels, or in one of the other ways. */
export const signOffTest = z.record(z.string(), words)

/** What a file asks of them, as conditions. */
export const readSignOffs = (reading: Reading, written: z.infer<typeof signOffTest>, path: Path): readonly Condition[] =>
  Object.entries(written).map(([id, standings]) => ({
    op: 'signOff',
    signOff: reading.name('sign-off', id, [...path, id], 'key'),
    standings: each(standings, [...path, id]).map(({ value, path: at }) =>
      signOffStandings.some((standing) => standing === value) ? value : reading.name('duty', value, at),
    ),
  }))
