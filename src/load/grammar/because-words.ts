import type { ChosenBy } from '../../core/index.js'

/** Words for what stands in the way of an act, in one language. Names come quoted. */
export type BecauseWords = {
  readonly needs: (condition: string) => string
  readonly oneOf: (conditions: readonly string[]) => string
  readonly holds: (facts: readonly string[]) => string
  /** Something that holds, and the acts after which it does no longer. */
  readonly barredUntil: (fact: string, acts: string) => string
  readonly forbids: (prohibition: string, why: string | null) => string
  readonly lifts: (condition: string) => string
  readonly disputed: (says: string, until: string) => string
  /** What must exist and does not, and why it is taken not to (null: that is not shown). */
  readonly lacks: (requirement: string, why: string | null) => string
  readonly turn: (signOff: string, standing: string) => string
  readonly roles: (roles: string) => string
  readonly stage: (now: string, from: string | null) => string
  readonly shareStage: (now: string, from: string) => string
  readonly inPart: (parts: string) => string
  readonly noItem: (item: string) => string
  readonly unchosen: (by: ChosenBy) => string
  readonly itemStage: (now: string, from: string) => string
  readonly times: (done: number, most: number) => string
  readonly did: (acts: string) => string
  readonly declared: string
  readonly unowed: (duties: string) => string
  readonly pending: (duty: string) => string
  readonly unasked: (duty: string) => string
  readonly extended: (duty: string, done: number, most: number) => string
  readonly total: (duty: string, granted: string | null, most: string, left: string | null) => string
  readonly cap: (duty: string, until: string, left: string | null) => string
  /** Beside a condition: what is, and which act would change it. */
  readonly beside: (now: string, opens: { readonly how: 'done' | 'stated'; readonly acts: string } | null) => string
  readonly concealed: Readonly<Record<'needs' | 'holds', string>>
  readonly join: (reasons: readonly string[]) => string
}

const often = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)

export const becauseWords: Readonly<Record<'zh' | 'en', BecauseWords>> = {
  zh: {
    needs: (condition) => `${/^(还?没有|并非)/.test(condition) ? '须符合：' : '须'}${condition}`,
    oneOf: (conditions) => `须符合下列一项：${conditions.join('；')}`,
    holds: (facts) => `因为${facts.join('，且')}`,
    barredUntil: (fact, acts) => `${fact}（须先办${acts}）`,
    forbids: (prohibition, why) => `${prohibition}${why === null ? '' : `：${why}`}`,
    lifts: (condition) => `除非${condition}`,
    disputed: (says, until) => `${says}（${until}以前）`,
    lacks: (requirement, why) => `缺${requirement}${why === null ? '' : `：${why}`}`,
    turn: (signOff, standing) => `还没有轮到：${signOff}${standing}`,
    roles: (roles) => `应由${roles}办理`,
    stage: (now, from) => (from === null ? `事项现处于${now}，这一环节不能办` : `事项须处于${from}环节，现处于${now}`),
    shareStage: (now, from) => `承办环节须为${from}，现为${now}`,
    inPart: (parts) => `只有${parts}单位可以办`,
    noItem: (item) => `现在没有${item}可办`,
    unchosen: (by) => `只在${by === 'lot' ? '抽签抽中' : '选取出来'}的件上办，不逐件单独办`,
    itemStage: (now, from) => `这一项须处于${from}，现处于${now}`,
    times: (done, most) => `最多办${most}次，已经办过${done}次`,
    did: (acts) => `您已经办过${acts}，这一步须由别人办理`,
    declared: '已经申报或登记您应当回避，不得再办理这件事项',
    unowed: (duties) => `现在没有可以延期的义务（可以延期的是${duties}）`,
    pending: (duty) => `${duty}的延期申请还没有决定`,
    unasked: (duty) => `没有人申请延长${duty}`,
    extended: (duty, done, most) => `${duty}最多延期${most}次，已经延期${done}次`,
    total: (duty, granted, most, left) =>
      `${duty}合计最多延长${most}${granted === null ? '，还没有延长过' : `，已经延长${granted}`}${left === null ? '，不能再延' : `，还可以延长${left}`}`,
    cap: (duty, until, left) => `${duty}连同延期最迟到${until}${left === null ? '，不能再延' : `，还可以延长${left}`}`,
    beside: (now, opens) =>
      `（${now}${opens === null ? '' : opens.how === 'done' ? `；须先办${opens.acts}` : `；由${opens.acts}写明`}）`,
    concealed: { needs: '有一项条件没有满足，这里不显示', holds: '有一种情形不许这样办，这里不显示' },
    join: (reasons) => reasons.join('；'),
  },
  en: {
    needs: (condition) => `only where ${condition}`,
    oneOf: (conditions) => `one of these must hold: ${conditions.join('; ')}`,
    holds: (facts) => `because ${facts.join(' and ')}`,
    barredUntil: (fact, acts) => `${fact} (${acts} comes first)`,
    forbids: (prohibition, why) => `${prohibition}${why === null ? '' : `: ${why}`}`,
    lifts: (condition) => `unless ${condition}`,
    disputed: (says, until) => `${says} (until ${until})`,
    lacks: (requirement, why) => `${requirement} is lacking${why === null ? '' : `: ${why}`}`,
    turn: (signOff, standing) => `it is not this one’s turn: ${signOff} is ${standing}`,
    roles: (roles) => `this is for ${roles}`,
    stage: (now, from) =>
      from === null ? `the matter is at ${now}, where it cannot be done` : `the matter must be at ${from} and is at ${now}`,
    shareStage: (now, from) => `the share must be at ${from} and is at ${now}`,
    inPart: (parts) => `only a unit whose part is ${parts} may`,
    noItem: (item) => `there is no ${item} to do it for`,
    unchosen: (by) => `it is done only in matters that were ${by === 'lot' ? 'drawn by lot' : 'chosen'}, not in one by itself`,
    itemStage: (now, from) => `the item must be at ${from} and is at ${now}`,
    times: (done, most) => `${often(most)} at most, and it was done ${often(done)}`,
    did: (acts) => `you did ${acts}, so somebody else must do this`,
    declared: 'an interest of yours is on record, so you do nothing in this matter any more',
    unowed: (duties) => `nothing that can be extended is running now (${duties})`,
    pending: (duty) => `a request to extend ${duty} is undecided`,
    unasked: (duty) => `nobody has asked to extend ${duty}`,
    extended: (duty, done, most) => `${duty} is extended ${often(most)} at most, and was ${often(done)}`,
    total: (duty, granted, most, left) =>
      `${duty} is extended by ${most} in all at most, and ${granted === null ? 'has not been yet' : `was by ${granted}`}; ${left === null ? 'nothing is left' : `${left} are left`}`,
    cap: (duty, until, left) =>
      `with all extensions ${duty} ends ${until} at the latest; ${left === null ? 'nothing is left' : `${left} are left`}`,
    beside: (now, opens) =>
      ` (${now}${opens === null ? '' : opens.how === 'done' ? `; ${opens.acts} comes first` : `; stated in ${opens.acts}`})`,
    concealed: {
      needs: 'a condition that is not shown here is not met',
      holds: 'something that is not shown here stands in the way',
    },
    join: (reasons) => reasons.join('; '),
  },
}
