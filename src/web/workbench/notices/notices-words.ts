/** What the screen says on which reminders stand. */
export const noticesWords = {
  zh: {
    title: '提醒',
    unread: (count: number): string => (count === 0 ? '没有未读' : `${count} 条未读`),
    readAll: '全部标为已读',
    isNew: '未读',
    empty: '没有提醒。',
  },
  en: {
    title: 'Notices',
    unread: (count: number): string => (count === 0 ? 'all read' : `${count} unread`),
    readAll: 'Mark all as read',
    isNew: 'new',
    empty: 'No notices.',
  },
}
