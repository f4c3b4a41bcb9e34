import type { Lang } from '../../contract/index.js'

/** Why something in an answer is worth a second look. */
export type ReplyWords = {
  readonly personal: string
  readonly personalInPublic: string
  readonly repeats: (percent: number) => string
  readonly repeatsAny: (percent: number) => string
  readonly hidden: (field: string) => string
  readonly points: string
}

const zh: ReplyWords = {
  personal: '像是个人信息，这件来信里没有出现过。请核对是不是写错了事项。',
  personalInPublic: '像是个人信息，这一栏会公开。请隐去后再提交。',
  repeats: (percent) => `有 ${percent}% 与本单位的另一份答复相同。请核对是否回应了这件来信。`,
  repeatsAny: (percent) => `有 ${percent}% 与另一件事项的答复相同。请核对是否回应了这件来信。`,
  hidden: (field) => `这段话来自不公开的“${field}”，而这一栏会公开。`,
  points: '来信的这几点好像还没有回应。请核对。',
}

const en: ReplyWords = {
  personal: 'This looks like personal data and does not stand in this message. Is it the right matter?',
  personalInPublic: 'This looks like personal data, and this text will be public. Leave it out.',
  repeats: (percent) => `${percent}% of it stands in another answer of your unit. Does it answer this message?`,
  repeatsAny: (percent) => `${percent}% of it stands in the answer to another matter. Does it answer this message?`,
  hidden: (field) => `These words come from “${field}”, which is not public; this text will be.`,
  points: 'These points of the message do not seem to be answered. Are they?',
}

export const replyWords: Readonly<Record<Lang, ReplyWords>> = { zh, en }
