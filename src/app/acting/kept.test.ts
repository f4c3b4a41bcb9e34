import { expect, it } from 'vitest'
import type { Actor } from '../../core/index.js'
import { all } from '../app.fixtures.js'
import {
  byStaff,
  gateOf,
  ledgerFile,
  readMatter,
  readStatistics,
  recordAct,
  requester,
  revealIdentity,
  submitMatter,
} from '../index.js'
import { type Played, playedLife } from '../played-month.fixtures.js'

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

it('a value that an act which is kept from a unit states over an earlier one stays from it: the unit reads the earlier one', async () => {
  const played = await playedLife('dawukou-supervision', 'undated', '07-supervision')
  const { app, office, matter } = played
  const byOffice = async (moment: string, act: string, stated: Readonly<Record<string, unknown>>) => {
    app.goTo(moment)
    const asked = { office, matter, actor: actors.office, act, with: stated, revision: null, lang: 'zh' as const }
    expect(await recordAct(app.deps, asked)).toMatchObject({ ok: true })
  }
  await byOffice('2022-09-01 10:00', 'inspect', {
    ...{ inspectionForm: 'onSite', methods: ['inspection'], inspectedOn: '2022-09-01', inspectors: '王科长' },
    findings: '三个小区没有开工。',
  })
  await byOffice('2022-09-08 17:00', 'inspectCovertly', {
    ...{ inspectedOn: '2022-09-08', inspectors: '暗访组长', inspectionPlace: '朝阳小区', foundCovertly: '没有开工。' },
  })
  const inspectors = async (actor: Actor) => {
    const read = await readMatter(app.deps, { account: 'li', office, actor, lang: 'zh' as const }, matter)
    return read.ok
      ? read.matter.fields.flatMap(({ id, value }) => (['inspectors', 'inspectedOn'].includes(id) ? [value] : []))
      : null
  }
  expect(await inspectors(actors.unit)).toEqual(['2022-09-01', '王科长'])
  expect(await inspectors(actors.office)).toEqual(['2022-09-08', '暗访组长'])
  await app.close()
})

const withoutTimes = (text: string): string => text.replace(/"(?:madeAt|at|now)":"[^"]*"/g, '')

it('that somebody gave a lead, and that somebody looked who, is told to those alone who may look', async () => {
  const played = await playedLife('dawukou-supervision', 'undated', '07-supervision')
  const { app, office } = played
  const done = { office, actor: actors.office, lang: 'zh' as const }
  const begun = await submitMatter(app.deps, {
    ...{ ...done, act: 'takeIn', opener: byStaff },
    with: {
      taskSource: 'stateCouncil',
      title: '线索第7号',
      task: '收费没有依据。',
      supervisionType: 'clue',
      informant: '赵某某',
    },
  })
  if (!begun.ok) throw new Error(JSON.stringify(begun.failure))
  const matter = begun.matter ?? 0
  const assignments = [{ unit: 'housing', part: 'lead' }]
  const forwarded = { assignments, timeLimit: { workdays: 5 } }
  expect(await recordAct(app.deps, { ...done, matter, act: 'forwardOnReceipt', with: forwarded, revision: null })).toMatchObject({
    ok: true,
  })
  const viewer = { ...done, account: 'li' }
  expect(await revealIdentity(app.deps, viewer, { matter, reason: '约他核实单据' })).toMatchObject({ ok: true })
  const mayor: Actor = { role: 'mayor', unit: null, person: 'chen' }
  expect(await allShownTo({ ...played, matter }, actors.office)).toMatch(/提供线索的人.*约他核实单据/)
  for (const actor of [actors.unit, mayor]) {
    const shown = await allShownTo({ ...played, matter }, actor)
    expect(shown).toContain('线索第7号')
    expect(shown).not.toMatch(/提供线索|informant|赵某某|约他核实单据/)
  }
  await app.close()
})
