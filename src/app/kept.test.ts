import { expect, it } from 'vitest'
import type { Actor } from '../core/index.js'
import { all } from './app.fixtures.js'
import { gateOf, ledgerFile, readMatter, readStatistics, recordAct, requester } from './index.js'
import { type Played, playedLife } from './played-month.fixtures.js'

const actors = {
  unit: { role: 'unit', unit: 'housing', person: null },
  coordinator: { role: 'coordinator', unit: 'housing', person: null },
  office: { role: 'office', unit: null, person: 'li' },
} as const satisfies Record<string, Actor>

/** Everything that a role is told of the matter and its figures, as text. */
async function allShownTo({ app, office, matter }: Played, actor: Actor): Promise<string> {
  const viewer = { account: 'li', office, actor, lang: 'zh' as const }
  const asked = {
    office,
    gate: gateOf(office, actor),
    role: actor.role,
    kind: 'duties' as const,
    filter: {},
    lang: 'zh' as const,
  }
  const shown = [
    await readMatter(app.deps, viewer, matter),
    await readStatistics(app.deps, viewer, { from: '2023-03-01', to: '2023-03-31', by: 'duty', part: {} }),
    await all(ledgerFile(app.deps, asked, 'csv')),
  ]
  return JSON.stringify(shown)
}

it('what a citizen reports of the unit stays from the unit: the act, its duty, its words and its figures', async () => {
  const played = await playedLife('dawukou-mailbox', 'undated', '21-publication', 'reply')
  const { app, office, matter } = played
  const before = { unit: await allShownTo(played, actors.unit), coordinator: await allShownTo(played, actors.coordinator) }
  app.goTo('2023-03-08 11:00')
  const done = await recordAct(app.deps, {
    office,
    matter,
    actor: requester,
    act: 'reportMisconduct',
    with: { misconduct: 'retaliation', misconductNote: '有人上门威胁我撤回来信' },
    revision: null,
    lang: 'zh',
  })
  expect(done).toMatchObject({ ok: true })
  const told = await allShownTo(played, actors.office)
  expect(told).toContain('核查打击报复')
  expect(told).toContain('上门威胁')
  for (const role of ['unit', 'coordinator'] as const) {
    const shown = await allShownTo(played, actors[role])
    expect(shown).not.toMatch(/核查打击报复|上门威胁|misconduct/)
    expect(withoutTimes(shown)).toBe(withoutTimes(before[role]))
  }
  await app.close()
})

const withoutTimes = (text: string): string => text.replace(/"(?:madeAt|at|now)":"[^"]*"/g, '')
