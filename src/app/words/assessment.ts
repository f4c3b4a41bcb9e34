import type { AssessedLineView, Lang } from '../../contract/index.js'

/** Words of assessments, in tables and where they fail. */
export type AssessmentWords = {
  readonly lang: Lang
  readonly unit: string
  readonly total: string
  readonly more: string
  readonly because: Readonly<Record<AssessedLineView['because'], string>>
  readonly few: (shareFrom: number) => string
  readonly tooMany: (matters: number, most: number) => string
  readonly file: (from: string, to: string) => string
  readonly pointHeads: readonly string[]
  readonly ruleHeads: readonly string[]
  readonly sheets: {
    readonly points: string
    readonly rules: string
    readonly span: string
    readonly scope: string
    readonly madeAt: string
    readonly of: (line: string) => string
    readonly share: (line: string) => string
    readonly pointsOf: (line: string) => string
  }
}

const zh: AssessmentWords = {
  lang: 'zh',
  unit: '单位',
  total: '合计得分',
  more: '还有更多，请缩短时段再导出',
  because: { counted: '', capped: '已封顶', unstated: '不计分', few: '件数太少，不计分' },
  few: (shareFrom) => `不足${shareFrom}件的比率不计分`,
  tooMany: (matters, most) =>
    `这一时段有${matters}件，页面上最多重算${most}件；请缩短时段，或用命令 script/huiyin assessment 重算。`,
  file: (from, to) => `考核台账 ${from} 至 ${to}.xlsx`,
  pointHeads: ['编号', '标题', '单位', '义务', '到期', '逾期工作日', '计分', '依据'],
  ruleHeads: ['办法', '指标', '怎么计', '依据'],
  sheets: {
    points: '扣分明细',
    rules: '说明',
    span: '时段',
    scope: '范围',
    madeAt: '生成时间',
    of: (line) => `${line} 基数`,
    share: (line) => `${line} 比率`,
    pointsOf: (line) => `${line} 计分`,
  },
}

const en: AssessmentWords = {
  lang: 'en',
  unit: 'Unit',
  total: 'Points in all',
  more: 'There are more: export a shorter time span',
  because: { counted: '', capped: 'bounded', unstated: 'no points', few: 'too few, no points' },
  few: (shareFrom) => `A share of fewer than ${shareFrom} gives no points`,
  tooMany: (matters, most) =>
    `There were ${matters} matters in this time; a page counts at most ${most} again. Choose a shorter time, or use the command script/huiyin assessment.`,
  file: (from, to) => `Assessment ${from} to ${to}.xlsx`,
  pointHeads: ['Number', 'Title', 'Unit', 'Duty', 'Due', 'Workdays late', 'Points', 'By'],
  ruleHeads: ['Regulation', 'Line', 'How it is counted', 'By'],
  sheets: {
    points: 'Points taken',
    rules: 'How it is counted',
    span: 'Time span',
    scope: 'Scope',
    madeAt: 'Made at',
    of: (line) => `${line} of`,
    share: (line) => `${line} share`,
    pointsOf: (line) => `${line} points`,
  },
}

export const assessmentWords: Readonly<Record<Lang, AssessmentWords>> = { zh, en }
