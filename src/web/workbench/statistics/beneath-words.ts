import { howMany } from '../../../contract/index.js'
/** What the screens say of what is gone through only when it is asked for. */
export const beneathWords = {
  zh: {
    returns: '退回原因',
    returnsLead: (matters: number): string => `本期退回 ${matters} 件。`,
    choice: '所选',
    matters: '件数',
    matter: '事项',
    returned: '退回',
    stated: '写明的内容',
    says: (name: string, value: string): string => `${name}：${value}`,
    charged: '用时',
    chargedLead: (matters: number, workdays: number): string =>
      `本期办结 ${matters} 件，从收到到办结共 ${workdays} 个工作日。每个工作日计给当天开始时经手的一方，所以三张表各自相加都等于总数。`,
    byHolder: '经手的一方',
    byStage: '环节',
    byKind: '事项种类',
    workdays: '工作日',
    average: '平均每件',
    tooMany: (matters: number, most: number): string => `共 ${matters} 件，超过 ${most} 件，不逐件计算。请选短一些的时段。`,
    unopened: (count: number): string => `另有 ${count} 件现在打不开或已有变化，没有计入。`,
    none: '本期没有。',
  },
  en: {
    returns: 'Why matters were returned',
    returnsLead: (matters: number): string => `Returned in this time span: ${matters}.`,
    choice: 'Chosen',
    matters: 'Matters',
    matter: 'Matter',
    returned: 'Returned',
    stated: 'What was stated',
    says: (name: string, value: string): string => `${name}: ${value}`,
    charged: 'Days used',
    chargedLead: (matters: number, workdays: number): string =>
      `Concluded in this time span: ${matters}; from receipt to conclusion they took ${howMany(workdays, 'workday')}. Each workday is charged to whoever had the matter in hand as the day began, so that each of the three tables adds up to all.`,
    byHolder: 'In whose hands',
    byStage: 'Stage',
    byKind: 'Kind of matter',
    workdays: 'Workdays',
    average: 'For each matter',
    tooMany: (matters: number, most: number): string =>
      `There are ${matters}, more than ${most}: they are not gone through one by one. Choose a shorter time span.`,
    unopened: (count: number): string => `${count} more cannot be opened now, or have changed, and are not counted.`,
    none: 'There were none in this time span.',
  },
}
