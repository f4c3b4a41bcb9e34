/** What the screen says on which lists of requesters are kept. */
export const listedWords = {
  zh: {
    lead: '由这里的人提出的，各人凭自己的账号看办到哪一步、填写评价；他们看不到别的。邀请链接只用一次。',
    none: '所用的办法没有名单。',
    add: '添加',
    edit: (name: string): string => `修改${name}`,
    name: '姓名或名称',
    login: '登录名',
    list: '名单',
    standing: '代表团、界别等',
    invite: '邀请',
    linkLead: (until: string): string =>
      `只显示这一次，只能用一次，${until} 前有效。请当面或通过内部渠道交给本人，由本人设置密码；这个链接是谁生成的，审计日志里看得到。`,
    leavesVacant: '等此人填写的没有人填，我知道了',
    remains: '停用的不再列出供选择，已经提出的不变',
  },
  en: {
    lead: 'Whoever stands here sees what they have brought in with an account of their own, and says what they think of the answer; they see nothing else. An invitation serves once.',
    none: 'The regulations in use have no such list.',
    add: 'Add',
    edit: (name: string): string => `Change ${name}`,
    name: 'Name',
    login: 'Login',
    list: 'List',
    standing: 'Delegation, sector and the like',
    invite: 'Invite',
    linkLead: (until: string): string =>
      `Shown this once, works once, until ${until}. Hand it over in person or by an internal channel: its person sets the password. The log says who made the link.`,
    leavesVacant: 'Nobody answers what waits for them; this is meant',
    remains: 'Whoever is locked is no longer offered; what they brought in stays theirs',
  },
}
