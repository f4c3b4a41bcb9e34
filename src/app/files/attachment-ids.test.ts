import { expect, it } from 'vitest'
import { type ActEvent, instant, type MatterEvent } from '../../core/index.js'
import { loadLibrary } from '../../load/index.js'
import { attachmentsIn } from './attachment-ids.js'

const library = loadLibrary({ regulations: 'regulations', calendars: 'calendars' })
const by = { role: 'office', unit: null, person: 'li' }

it('knows the files of what was taken back, so that they never pass for what came with the letter', () => {
  const regulation = library.regulations.get('longnan-wenzheng')?.[0]
  if (regulation === undefined) throw new Error('no regulation')
  const stated: ActEvent = {
    ...{ kind: 'act', seq: 2, act: 'remind', by, at: instant(0), assignment: null },
    with: { attachments: ['file-1'] },
  }
  const events: readonly MatterEvent[] = [{ kind: 'undo', seq: 3, by, at: instant(1), acts: [stated] }]
  expect(attachmentsIn(regulation, [stated])).toEqual(['file-1'])
  expect(attachmentsIn(regulation, events)).toEqual(['file-1'])
})
