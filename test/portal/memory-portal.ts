import type { OwnMatter } from '../../src/app/index.js'
import type { AttachmentView, GovernmentView, Problem, PublicFigures, Submitted, TrackView } from '../../src/contract/index.js'
import type { PortalSettings } from '../../src/http/portal/index.js'
import type { Answer, PortalDeps } from '../../src/http/portal-deps.js'
import { at, government, publicMatter, trackIn } from '../../src/web/portal/portal.fixtures.js'

/** The product in memory, as the portal's routes see it: invented answers, and a note of everything that was asked. */
export type MemoryPortal = {
  readonly deps: PortalDeps
  readonly settings: PortalSettings
  readonly submitted: { with: Readonly<Record<string, unknown>>; attachments: readonly string[]; key: string | null }[]
  readonly acted: { act: string; with: Readonly<Record<string, unknown>>; revision: number | null }[]
  /** What the next submission is answered with, instead of success. */
  refuseNext(problem: Problem): void
  passTime(ms: number): void
}

export const number = '1000004217'
export const code = 'K7MQ2X'
const mostTries = 5

export const problem = (status: number, given: Partial<Problem> = {}): Problem => ({
  type: 'about:blank',
  title: '没有办成',
  status,
  detail: '',
  code: 'invented',
  ...given,
})

/** Nobody is known by name here. */
const nobodyKnown = { ok: false, problem: problem(401, { code: 'not-signed-in' }) } as const
const nobodysSignIn = {
  signInKnown: async () => nobodyKnown,
  signOutKnown: async () => undefined,
  knownHome: async () => nobodyKnown,
  knownMatter: async () => nobodyKnown,
  knownFile: async () => nobodyKnown,
  actAsKnown: async () => nobodyKnown,
  changeKnownPassword: async () => nobodyKnown,
}

const published: PortalDeps['published'] = async (asked) => {
  const rows = Array.from({ length: 20 }, (_, index) =>
    publicMatter(String(1_000_000_000 + index), `第${index + 1}件：${asked.words ?? '路灯不亮'}`),
  )
  const isEmpty = asked.words === '没有'
  return {
    ok: true,
    page: { rows: isEmpty ? [] : rows, next: isEmpty ? null : 'key', total: isEmpty ? 0 : 1000, isTotalCapped: !isEmpty },
  }
}

const saveAttachment: PortalDeps['saveAttachment'] = async ({ name, isTruncated }) => {
  if (isTruncated) return { ok: false, problem: problem(413, { detail: '文件太大' }) }
  if (name.endsWith('.exe')) return { ok: false, problem: problem(415, { detail: '不支持这种文件' }) }
  const attachment: AttachmentView = {
    id: `file-${name}`,
    name,
    type: 'image/png',
    size: 1,
    uploadedAt: at('2025-09-29 09:11'),
    isSealed: false,
    warning: null,
  }
  return { ok: true, attachment }
}

/** Knocks with number and code, so many times. */
function countingGuesses(): (asked: { number: string; code: string }) => Answer<{ own: OwnMatter }> {
  let tries = 0
  return (asked) => {
    if (tries >= mostTries)
      return { ok: false, problem: problem(429, { detail: '尝试次数过多，请在15分钟后再试。', retryAfterSeconds: 900 }) }
    if (asked.number === number && asked.code.toUpperCase() === code)
      return { ok: true, own: { government: government.id, number } }
    tries += 1
    return { ok: false, problem: problem(403, { code: 'wrong-code', detail: '编号或查询码不对' }) }
  }
}

/** No host stands for one government alone, and none has a picture. */
const nothingOfItsOwn = {
  governmentAt: async () => null,
  emblem: async () => null,
  needed: async () => ({ ok: true, needed: [] }) as const,
  publicFigures: async () => ({ ok: true, figures: publicFigures }) as const,
}

/** Of a month in which little came. */
export const publicFigures: PublicFigures = {
  span: { from: '2025-09-01', to: '2025-09-30', name: '' },
  asOf: { iso: '2025-09-30T16:00:00.000Z', shown: '2025-09-30 24:00' },
  counts: [{ id: 'received', name: '收到', counts: '本期内收到的事项', now: '31', before: '少于 20', lastYear: '0' }],
  rates: [
    {
      ...{
        id: 'concludedOnTime',
        name: '按期办结率',
        counts: '届满的全部按时完成的事项',
        of: '期限届满的事项',
        excluding: '另列',
      },
      ...{ clauses: [], share: '96.8%', without: { excluded: '少于 20', share: '100.0%' }, before: '71–100%', lastYear: null },
    },
  ],
  units: { columns: ['办结', '按期办结率'], rows: [{ name: '市城管局', cells: ['28', '96.4%'] }], note: '各单位都算一件。' },
  months: { columns: ['收到'], rows: [{ month: '2025-09', cells: ['31'] }] },
  chart: { id: 'months', title: '近十二个月', svg: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  few: '分母不足 20 件的，占比写成一个范围。',
}

const received: Submitted = { number, code, track: `/track?number=${number}`, receivedAt: at('2025-09-29 09:12') }

/** What has to be filled in, and is not. */
function triedOn(form: GovernmentView['form'], stated: Readonly<Record<string, unknown>>): Answer<object> {
  const missing = form.filter(({ id, isNeeded }) => isNeeded && stated[id] === undefined)
  return missing.length === 0 ? { ok: true } : { ok: false, problem: problem(422, { code: 'missing', missing }) }
}

export function memoryPortal(
  governments: readonly GovernmentView[] = [government],
  track: TrackView = trackIn('handling'),
): MemoryPortal {
  const submitted: MemoryPortal['submitted'] = []
  const acted: MemoryPortal['acted'] = []
  let now = 1_760_000_000_000
  let refusal: Problem | null = null

  const find = (id: string) => governments.find((each) => each.id === id)
  const missing = { ok: false, problem: problem(404, { detail: '没有找到' }) } as const

  const knock = countingGuesses()
  const deps: PortalDeps = {
    governments: async () => ({ ok: true, governments }),
    government: async (id) => {
      const found = find(id)
      return found === undefined ? missing : { ok: true, government: found }
    },
    submit: async (asked) => {
      const found = refusal
      refusal = null
      if (found !== null) return { ok: false, problem: found }
      submitted.push({ with: asked.with, attachments: asked.attachments, key: asked.idempotencyKey })
      return { ok: true, submitted: received }
    },
    tried: async ({ government: id, with: stated }) => triedOn(find(id)?.form ?? [], stated),
    knock: async (asked) => knock(asked),
    track: async () => ({ ok: true, track }),
    actAsRequester: async (asked) => {
      if (asked.revision !== track.revision) return { ok: false, problem: problem(409, { code: 'conflict' }) }
      if (asked.act === 'supplement' && asked.with.newFacts === undefined) {
        return { ok: false, problem: problem(422, { code: 'missing', missing: [{ id: 'newFacts', name: '新情况' }] }) }
      }
      acted.push({ act: asked.act, with: asked.with, revision: asked.revision })
      return { ok: true, track }
    },
    ...{ ...nobodysSignIn, ...nothingOfItsOwn, packOwn: async () => missing, ownFile: async () => missing, published },
    publishedOne: async (asked) => (asked.number === number ? { ok: true, matter: publicMatter(number) } : missing),
    saveAttachment,
  }
  const settings: PortalSettings = {
    secret: new Uint8Array(32).fill(7),
    now: () => now,
    largestFile: 1_000,
    regulation: async () => ({ ok: true, regulation: regulationView }),
  }
  return {
    deps,
    settings,
    submitted,
    acted,
    refuseNext: (next) => {
      refusal = next
    },
    passTime: (ms) => {
      now += ms
    },
  }
}

const statuses = ['executed', 'form', 'judgement', 'not-covered'] as const

/** As many clauses as a long regulation has. */
const regulationView = {
  ...government.regulation,
  issuer: '云和新区管理委员会',
  number: '云管发〔2025〕1号',
  effectiveFrom: '2025-01-01',
  effectiveTo: null,
  isInForce: true,
  clauses: Array.from({ length: 110 }, (_, index) => ({
    id: `${index}.1`,
    cite: `${index}(1)`,
    shown: { zh: `第${index}条第一款`, en: `Article ${index}(1)` },
    kind: 'deadline',
    zh: '承办单位收到后应当在五个工作日内办结，并把结果告知诉求人；需要延期的，事先提出并写明理由。',
    en: 'The handling unit concludes within five workdays and tells the requester; an extension is asked for in advance, with reasons.',
    status: statuses[index % 4] ?? 'executed',
    why: index % 4 === 3 ? '由其他制度规定。' : null,
    rules: [{ name: '转办', says: ['由五型办办理'] }],
  })),
  parameters: [],
  discretions: [],
  roles: [],
  stages: [],
  assignmentStages: [],
  acts: [],
  duties: [],
  prohibitions: [],
}
