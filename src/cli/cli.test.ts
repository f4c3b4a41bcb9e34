import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from './index.js'
import { fixtures, run } from './run.fixtures.js'

const mailbox = join(fixtures, 'regulations', 'example-mailbox', '2025-01-01')
const scenario = join(mailbox, 'scenarios', 'national-day.yaml')

describe('usage', () => {
  it.each([
    ['no/such.zip', 'zh', '没有这个文件，或者没有它所在的文件夹'],
    ['no/such.zip', 'en', 'There is no such file, or no folder for it'],
    [fixtures, 'en', 'This is a folder; name a file'],
  ])('says in words what a disk says of %s, in %s', async (file, lang, words) => {
    const { code, error } = await run('verify-package', file, '--lang', lang)
    expect([code, error]).toEqual([1, expect.stringContaining(words)])
    expect(error).not.toMatch(/E[A-Z]{4,}/)
  })

  it('lists every command', async () => {
    const { code, out } = await run('--help')
    expect(code).toBe(0)
    for (const command of commands) expect(out).toContain(`  ${command.name}`)
  })

  it.each(commands.map((command) => command.name))(
    '%s --help shows its options and examples, in both languages',
    async (name) => {
      const zh = await run(name, '--help')
      const en = await run(name, '--help', '--lang', 'en')
      expect([zh.code, en.code]).toEqual([0, 0])
      expect(zh.out).toContain(`script/huiyin ${name}`)
      expect(zh.out).toContain('示例')
      expect(en.out).toContain('Examples')
      expect(en.out).not.toMatch(/\p{Script=Han}/u)
    },
  )

  it.each([
    [[], 'check'],
    [['frobnicate'], 'frobnicate'],
    [['check', '--frob'], '--json'],
    [['check', 'no/such/folder'], 'no/such/folder'],
    [['simulate'], '情景'],
    [['simulate', 'no/such/file.yaml'], 'no/such/file.yaml'],
    [['due', '--regulation', 'example-mailbox', '--duty', 'conclude'], '--from'],
    [['due', '--regulation', 'nowhere', '--duty', 'conclude', '--from', '2025-09-29 11:00'], 'example-mailbox'],
    [['due', '--regulation', 'example-mailbox', '--duty', 'sing', '--from', '2025-09-29 11:00'], 'conclude'],
    [
      ['due', '--regulation', 'example-mailbox', '--duty', 'conclude', '--from', '2025-09-29 11:00', '--with', 'colour'],
      'category',
    ],
    [
      ['due', '--regulation', 'example-mailbox', '--duty', 'conclude', '--from', '2025-09-29 11:00', '--overlay', 'moon'],
      'example',
    ],
    [['check', '--lang', 'fr'], '--lang'],
    [['import', scenario, '--set', 'a=1', '--set', 'b=2'], '--set'],
    [['import', scenario, '--set', 'a=1,a=2'], 'a'],
    [['import', scenario, '--map', 'title=x', '--map', 'body=y'], '--map'],
    [['due', '--from', '2025-09-29 11:00', '--from', '2025-09-30 11:00'], '--from'],
    [['import', scenario, '--head', 'first'], '--head'],
  ])('%j is bad usage; the answer says what to do', async (argv, hint) => {
    const { code, out, error } = await run(...argv)
    expect([code, out]).toEqual([2, ''])
    expect(error).toContain(hint)
  })
})

describe('check', () => {
  it('passes a sound regulation', async () => {
    const { code, out } = await run('check', join(fixtures, 'faults', 'clean', 'tiny', '2025-01-01'))
    expect([code, out]).toEqual([0, '检查了 1 部办法：0 处错误，0 处注意。\n'])
  })

  it('takes a folder of regulations, one of versions, or one version', async () => {
    const library = join(fixtures, 'library')
    expect((await run('check', library, '--lang', 'en')).out).toContain('Checked 5 regulations')
    expect((await run('check', join(library, 'small'), '--lang', 'en')).out).toContain('Checked 3 regulations')
    expect((await run('check', join(library, 'small', 'draft'), '--lang', 'en')).out).toContain('Checked 1 regulations')
  })

  it('answers no where something is wrong, with file, line and column', async () => {
    const { code, out } = await run('check', join(fixtures, 'library', 'torn'), '--lang', 'en')
    expect(code).toBe(1)
    expect(out).toContain(`${join('torn', '2025-01-01', 'regulation.yaml')}:3:1 error not valid YAML`)
  })

  it('prints JSON', async () => {
    const { code, out } = await run('check', join(fixtures, 'library', 'torn'), '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      regulations: [{ findings: [{ line: 3, column: 1, code: 'yaml', level: 'error' }] }],
    })
  })
})

describe('simulate', () => {
  it('prints the timeline with receipts', async () => {
    const { code, out } = await run('simulate', scenario)
    expect(code).toBe(0)
    expect(out).toContain('2025-09-29 11:00  督查室  转办  → 办理中')
    expect(out).toContain('2025-10-11 六   4  国庆节、中秋节 调休上班')
    // Beside the code that an example names: what it means, and what would open the act.
    expect(out).toContain(
      '2025-10-20 09:00  chengguan  申请退回  不能办：too-late 第十条（二）\n    “申请退回”的期限已于2025-09-30 24:00届满。\n    · 除非“准许逾期退回”为“是”（现为“否”；由“转办”写明）',
    )
    expect(out).toContain('1 个情景，1 个相符，0 个不符。')
  })

  it('says which act comes first where something that holds forbids another', async () => {
    const examples = join(fixtures, '../../regulations/dawukou-mailbox/undated/scenarios/10-limits.yaml')
    const { out } = await run('simulate', examples, '--full')
    expect(out).toContain(
      '规定禁止。\n    · 没有定下承办人和时限的，不得报送结果：因为义务“签收，定承办人和时限”是“待办”（须先办“签收，定承办人和时限”）',
    )
  })

  it('prints what differs and answers no', async () => {
    const { code, out } = await run('simulate', join(fixtures, 'scenarios', 'differs.yaml'))
    expect(code).toBe(1)
    expect(out).toContain('differs.yaml:6 2025-09-29 10:00 stage\n    - accepted\n    + received\n')
  })

  it('prints JSON', async () => {
    const { code, out } = await run('simulate', scenario, '--json')
    expect(code).toBe(0)
    const { runs } = JSON.parse(out)
    expect(runs[0].steps[2]).toMatchObject({
      at: '2025-09-29 11:00',
      act: 'dispatch',
      stage: 'handling',
      duties: [
        { duty: 'contact' },
        { duty: 'conclude', holder: 'chengguan', due: '2025-10-13 24:00', receipt: { due: '2025-10-13 24:00' } },
      ],
    })
  })

  it('says so where the regulation cannot be read', async () => {
    const { code, out } = await run('simulate', scenario, '--regulations', join(fixtures, 'library'), '--lang', 'en')
    expect(code).toBe(1)
    expect(out).toContain('regulation\n')
    expect(out).toContain('not valid YAML')
  })
})

describe('due', () => {
  const asked = ['due', '--regulation', 'example-mailbox', '--duty', 'conclude', '--from', '2025-09-29 11:00']

  it('prints every day with its number, its ground and the clause', async () => {
    const { code, out } = await run(...asked)
    expect(code).toBe(0)
    expect(out).toContain('到期 2025-10-13 24:00  第十三条（二）')
    expect(out).toContain('2025-09-29 一      起算日，不计')
    expect(out).toContain('2025-10-01 三      国庆节、中秋节 国办发明电〔2024〕12号，不计')
    expect(out).toContain('2025-10-13 一   5  ← 到期')
    expect(out).toContain('2025-10-14 00:00  blue')
  })

  it("names days off in the reader's language", async () => {
    const { out } = await run(...asked, '--lang', 'en')
    expect(out).toContain('2025-10-01 Wed      National Day, Mid-Autumn Festival 国办发明电〔2024〕12号, not counted')
  })

  it('takes what an act would state', async () => {
    const { out } = await run(...asked, '--with', 'otherLimit={"workdays":1}', '--json')
    expect(JSON.parse(out)).toMatchObject({ due: '2025-09-30 24:00', isProvisional: false, clause: ['13.2.2'] })
  })

  it('answers no where the duty does not apply', async () => {
    const { code } = await run(...asked.with(4, 'contact'), '--with', 'category=consultation')
    expect(code).toBe(1)
  })

  it.each([
    ['beyond its last notice', '2026-12-30 09:00', true],
    ['before its first one', '2014-04-28 10:00', true],
    ['begun before it, due within it', '2016-12-29 09:00', true],
    ['within it', '2018-04-27 10:00', false],
  ])('says whether a date is provisional: one %s', async (_, from, isProvisional) => {
    const { out } = await run(...asked.with(6, from), '--json')
    expect(JSON.parse(out)).toMatchObject({ isProvisional })
    const said = await run(...asked.with(6, from), '--lang', 'en')
    expect(said.out.includes('known from 2017-01-01 through 2026-12-31 only')).toBe(isProvisional)
  })
})

describe('coverage', () => {
  it('counts clauses by how they are carried', async () => {
    const { code, out } = await run('coverage', join(fixtures, 'regulations'))
    expect(code).toBe(0)
    expect(out).toContain('条款 37  规则执行 36')
  })

  it('lists every clause, and prints JSON', async () => {
    expect((await run('coverage', join(fixtures, 'regulations'), '--clauses')).out).toContain('✓ 国庆放假不计入五个工作日')
    expect(JSON.parse((await run('coverage', join(fixtures, 'regulations'), '--json')).out).regulations[0].id).toBe(
      'example-mailbox',
    )
  })

  it('answers no where a regulation cannot be read', async () => {
    expect((await run('coverage', join(fixtures, 'library'))).code).toBe(1)
  })
})
