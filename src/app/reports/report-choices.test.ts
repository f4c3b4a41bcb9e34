import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compile } from '../../core/index.js'
import { loadLibrary } from '../../load/index.js'
import { root } from '../app.fixtures.js'
import type { Office } from '../office.js'
import { readReportChoices } from './report-choices.js'

const shipped = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
const kinds = [...shipped.regulations.values()].flat()

it.each(kinds.map((regulation) => [`${regulation.id} ${regulation.version}`, regulation] as const))(
  'has words of its own for each figure, in both languages: %s',
  (_, regulation) => {
    const program = compile(regulation)
    const roles = new Map(Object.entries(regulation.roles))
    const office = { program, programs: [program], versions: [program], units: new Map(), roles } as unknown as Office
    const role = [...roles.values()].find(({ kind }) => kind === 'office')?.id ?? ''
    for (const lang of ['zh', 'en'] as const) {
      const { figures } = readReportChoices({ office, actor: { role, unit: null, person: 'li' }, account: 'li', lang })
      expect(figures.length).toBeGreaterThan(3)
      const names = figures.map(({ name }) => name)
      expect(names.filter((each, at) => names.indexOf(each) !== at)).toEqual([])
    }
  },
)
