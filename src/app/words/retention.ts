import { howMany, type Lang } from '../../contract/index.js'
import type { Term } from '../retention/terms.js'

type RetentionWords = {
  readonly term: (term: Term) => string
  /** Why a matter may not be proposed. */
  readonly notThere: (number: string) => string
  readonly notEnded: (number: string) => string
  readonly notOver: (number: string, term: string) => string
  readonly held: (number: string) => string
  readonly waits: (number: string) => string
  readonly noIdentity: (number: string) => string
  /** What stays of a matter, told to whoever asks for it. */
  readonly destroyed: (number: string, on: string) => string
}

const zh: RetentionWords = {
  term: (term) => (term === null ? '未定，一直保管' : term === 'permanent' ? '永久' : `${term}年`),
  notThere: (number) => `${number}：没有这件事项，或者不归您看`,
  notEnded: (number) => `${number}：还没有办完`,
  notOver: (number, term) => `${number}：保管期限（${term}）未满`,
  held: (number) => `${number}：已暂缓销毁`,
  waits: (number) => `${number}：已经提出，等待审批`,
  noIdentity: (number) => `${number}：没有登记身份信息`,
  destroyed: (number, on) =>
    `编号${number}的事项保管期满，已于${on}经两人审批销毁。内容不再保存；编号、办理环节的时间和校验值仍在，用于核对。`,
}

const en: RetentionWords = {
  term: (term) => (term === null ? 'not set: kept' : term === 'permanent' ? 'for ever' : howMany(term, 'year')),
  notThere: (number) => `${number}: there is no such matter, or it is not yours to see`,
  notEnded: (number) => `${number}: it has not ended`,
  notOver: (number, term) => `${number}: its term (${term}) is not over`,
  held: (number) => `${number}: it is on hold`,
  waits: (number) => `${number}: it is proposed and waits for a decision`,
  noIdentity: (number) => `${number}: no identity is stored with it`,
  destroyed: (number, on) =>
    `The term of matter ${number} was over; it was destroyed on ${on}, as two people approved. Its content is gone; its number, the moments of what was done and the hashes stay, so that it can be checked.`,
}

export const retentionWords: Readonly<Record<Lang, RetentionWords>> = { zh, en }
