import type { countedColumns, DocumentList, DocumentValue } from '../../core/index.js'

/** 模板里的名称. What an office calls, in its templates, what any matter can fill in. */
export const valueNames: Readonly<Record<DocumentValue, string>> = {
  seriesNumber: '文号',
  documentDay: '成文日期',
  organ: '机关',
  government: '地方',
  regulation: '办法',
  matterNumber: '编号',
  matterTitle: '事由',
  receivedDay: '收到日期',
  leadUnits: '主办单位',
  assistUnits: '协办单位',
  jointUnits: '会办单位',
  shareUnit: '受文单位',
  chair: '会议主持',
  members: '组成人员',
  excused: '请假人员',
  drafter: '起草人',
  signer: '签发人',
  dueOn: '最近期限',
  workdaysLate: '超期工作日',
  spanName: '期间',
  asOfDay: '截至日期',
}

/** 从前的名称. What templates called these before: they go on meaning the same, and nobody is told to write them. */
export const formerValueNames: Readonly<Record<string, DocumentValue>> = { 规程: 'regulation' }

type Columns = { readonly [column: string]: string }

export const listNames: Readonly<Record<DocumentList, { readonly name: string; readonly columns: Columns }>> = {
  duties: { name: '义务', columns: { name: '名称', unit: '单位', dueOn: '期限', clauses: '依据' } },
  shares: { name: '承办', columns: { unit: '单位', part: '方式' } },
  items: { name: '要点', columns: { name: '名称', unit: '单位', stage: '进展' } },
  attendants: { name: '应到人员', columns: { name: '姓名', post: '职务' } },
  held: { name: '列入', columns: { order: '序号', number: '编号', name: '名称', unit: '单位', stage: '进展' } },
  events: { name: '经过', columns: { on: '日期', by: '办理者', act: '行为' } },
}

/** The first column of a table that a question makes: what each row is of. */
export const partName = { id: 'name', zh: '名称' } as const

/** The last column of units that are assessed. */
export const totalName = { id: 'total', zh: '得分' } as const

/** The columns of the matters behind a figure. */
export const countedNames: Readonly<Record<(typeof countedColumns)[number], string>> = {
  number: '编号',
  title: '事由',
  unit: '单位',
  stage: '进展',
}
