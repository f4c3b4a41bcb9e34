import type { MarkName } from '../../core/index.js'

type Hinted = Exclude<MarkName, 'received'> | 'title' | 'letter' | 'category' | 'channel' | 'answer'

/** How regulations usually call what means this: for what `check` offers, never for what runs. */
export const hints: Readonly<Record<Hinted, RegExp>> = {
  title: /标题|主题/,
  letter: /正文|内容|诉求/,
  category: /类别|分类|类型/,
  channel: /来源|渠道/,
  answer: /答复|回复|办理结果|反馈/,
  accepted: /受理|接收/,
  declined: /不予|不受理|不在.*范围/,
  answered: /答复|回复|反馈/,
  concluded: /办结/,
  published: /公开|发布/,
  withheld: /不公开|不对外|直接回复/,
  returned: /退回|退件|退办/,
  extended: /同意延|准予延/,
  redone: /重办|重新办理/,
  rated: /评价/,
  excluded: /剔除|核减/,
}

/** The same words in what means something else. */
export const noHints: Partial<Readonly<Record<Hinted, RegExp>>> = {
  accepted: /不予|不受理|复核/,
  declined: /复核|延/,
  answered: /不同意|申请/,
  concluded: /不同意/,
  published: /不公开|不对外|准予/,
  returned: /同意|重办|续办|修改|审核|复审|初审|准许/,
  extended: /不同意/,
  excluded: /申请|不同意|不予/,
}
