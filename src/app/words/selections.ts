/** What is said where matters are chosen for an act. */
type SelectionWords = {
  readonly from: string
  readonly to: string
  readonly amount: string
  readonly noDay: string
  readonly tooMany: (most: number) => string
  readonly none: string
  readonly notAmong: (numbers: readonly string[]) => string
  readonly howMany: (most: number) => string
  /** What stands in a chosen matter: which selection, the place in it, among how many, and by which seed. */
  readonly record: (of: {
    readonly id: number
    readonly place: number
    readonly chosen: number
    readonly among: number
    readonly seed: string
  }) => string
}

export const selectionWords: Readonly<Record<'zh' | 'en', SelectionWords>> = {
  zh: {
    from: '收到日期起',
    to: '收到日期止',
    amount: '抽几件',
    noDay: '请写成 2026-03-01 这样的日期',
    tooMany: (most) => `可选的超过 ${most} 件，请写明收到日期的起止，缩小范围`,
    none: '现在没有可选的件',
    notAmong: (numbers) => `这些编号不在可选的件里：${numbers.join('、')}`,
    howMany: (most) => `请写 1 到 ${most} 之间的件数`,
    record: ({ id, place, chosen, among, seed }) =>
      `第 ${id} 次选取：${among} 件中选 ${chosen} 件，本件第 ${place}${seed === '' ? '' : `，种子 ${seed}`}`,
  },
  en: {
    from: 'Received from',
    to: 'Received to',
    amount: 'How many',
    noDay: 'Write a day as 2026-03-01',
    tooMany: (most) => `There are more than ${most} to choose among: name the days on which they were received`,
    none: 'There is none to choose among now',
    notAmong: (numbers) => `Not among those that can be chosen: ${numbers.join(', ')}`,
    howMany: (most) => `Write a number from 1 to ${most}`,
    record: ({ id, place, chosen, among, seed }) =>
      `Selection ${id}: ${chosen} of ${among}, this one is number ${place}${seed === '' ? '' : `, seed ${seed}`}`,
  },
}
