import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Actor } from '../../core/index.js'
import { loadLibrary } from '../../load/index.js'
import { root, testApp } from '../app.fixtures.js'
import { byRequester, readMatter, recordAct, requester, submitMatter } from '../index.js'

const office: Actor = { role: 'office', unit: null, person: 'li' }
const unit: Actor = { role: 'unit', unit: 'roads', person: null }

const when = 'when: { any: [{ way: slow }, { not: { isAccusation: true } }] }'
const changes: readonly (readonly [string, string])[] = [
  [
    '  assignments: {',
    `  isAccusation: { name: 是控告, type: boolean }
  way: { name: 方式, type: choice, options: { quick: { name: 从快 }, slow: { name: 从缓 } } }
  assignments: {`,
  ],
  ['needs: title, clause', 'needs: title, takes: isAccusation, clause'],
  ['from: working, to: returned, clause', `from: working, to: returned, needs: way, ${when}, clause`],
  ['name: 不公开, by: office, from: handling, clause', `name: 不公开, by: office, from: handling, needs: way, ${when}, clause`],
  ['visibility:\n', 'visibility:\n  fields:\n    - { fields: isAccusation, to: unit, as: hidden, clause: "4" }\n'],
]

/** The invented text that asks questions, where a way is open or not by a fact that units do not see. */
function textIn(folder: string) {
  const path = join(folder, 'questions/2025-01-01/regulation.yaml')
  cpSync(join(root, 'test/fixtures/concepts/questions'), join(folder, 'questions'), { recursive: true })
  const text = readFileSync(path, 'utf8')
  for (const [from] of changes) expect(text).toContain(from)
  writeFileSync(
    path,
    changes.reduce((all, [from, to]) => all.replace(from, to), text),
  )
  return loadLibrary({ regulations: folder, calendars: join(root, 'calendars') })
}

it('a form leaves out no option by what its viewer may not see; whoever sees it is offered what can be done, and a refusal tells nothing of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-choosing-'))
  const under = { regulation: 'questions', regulationVersion: '2025-01-01' }
  const app = await testApp('2025-03-03 09:00', textIn(folder), [], under)
  const sent = async (isAccusation: boolean): Promise<number> => {
    const asked = { office: app.office, actor: requester, with: { title: '修路', isAccusation }, lang: 'zh' as const }
    const done = await submitMatter(app.deps, { ...asked, opener: byRequester })
    const matter = done.ok ? done.matter : null
    if (matter === null) throw new Error(JSON.stringify(done))
    await app.act(matter, office, 'dispatch', { assignments: [{ unit: 'roads', part: 'lead' }] })
    return matter
  }
  const offered = async (matter: number, actor: Actor, act: string) => {
    const read = await readMatter(app.deps, { office: app.office, account: 'li', actor, lang: 'zh' }, matter)
    const fields = read.ok ? read.matter.acts.find((each) => each.act === act)?.fields : undefined
    return fields?.find(({ id }) => id === 'way')?.options.map(({ id }) => id)
  }
  const [accusation, plain] = [await sent(true), await sent(false)]
  expect(await offered(plain, office, 'withhold')).toEqual(['quick', 'slow'])
  expect(await offered(accusation, office, 'withhold')).toEqual(['slow'])
  expect(await offered(plain, unit, 'giveBack')).toEqual(['quick', 'slow'])
  expect(await offered(accusation, unit, 'giveBack')).toEqual(['quick', 'slow'])
  const asked = { office: app.office, actor: unit, act: 'giveBack', with: { way: 'quick' }, revision: null, lang: 'zh' as const }
  const refused = await recordAct(app.deps, { ...asked, matter: accusation })
  expect(refused).toMatchObject({ ok: false, failure: { code: 'not-permitted' } })
  expect(JSON.stringify(refused)).not.toMatch(/控告|isAccusation/)
  await app.close()
  rmSync(folder, { recursive: true })
})
