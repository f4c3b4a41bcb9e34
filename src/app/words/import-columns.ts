const times = ['time', 'date', 'createdat', '时间', '留言时间', '来信时间', '提交时间', '日期']

/** Heads under which other systems export what citizens wrote; compared without case, blanks and underscores. */
export const columnNames = {
  source: ['msgid', 'messageid', 'id', '编号', '留言编号', '信件编号', '序号', '工单编号'],
  time: times,
  title: ['title', 'subject', '标题', '主题', '留言主题', '留言标题'],
  body: ['body', 'text', 'content', '内容', '正文', '留言内容', '留言详情', '来信内容', '诉求内容'],
  postedAt: times,
  receivedAt: times,
  receivedOn: times,
  sourceNumber: ['留言编号', '信件编号', '工单编号', '来源编号', '平台编号', '编号', 'msgid'],
  requesterName: ['sender', '姓名', '网友', '留言人', '来信人', '诉求人'],
  email: ['senderaddress', 'email', '邮箱', '电子邮箱', '电子邮件'],
  phone: ['phone', 'mobile', '电话', '手机', '手机号', '联系电话', '联系方式'],
  address: ['address', '地址', '住址', '联系地址'],
  category: ['category', '类别', '分类', '诉求类型', '类型'],
} as const

/** How a cell says yes. */
export const yesWords: readonly string[] = ['true', '1', 'yes', 'y', '是', '有']
