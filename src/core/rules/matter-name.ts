import type { Name } from '../values/name.js'

/** 事项的叫法. What a matter is called here, and what somebody does who brings one in: 留言, 写信, 提建议. */
export type MatterName = { readonly name: Name; readonly write: Name }

/** What is said where a regulation says nothing. */
const unnamed: MatterName = { name: { zh: '事项', en: 'matter' }, write: { zh: '提交事项', en: 'submit a matter' } }

export const matterNameIn = ({ matter }: { readonly matter: MatterName | null }): MatterName => matter ?? unnamed
