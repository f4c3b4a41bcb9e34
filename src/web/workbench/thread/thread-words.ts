/** What the screen says on which a matter stands among those it came from and those that came of it. */
export const threadWords = {
  zh: {
    title: '脉络',
    lead: '由什么引出，引出了什么。只列您能看到的。',
    back: '回到这件事项',
    alone: '您能看到的，只有这一件：它不由别的引出，也没有引出别的。',
    list: '脉络中的事项',
    here: '这一件',
    again: '同一件，上面已列出',
    since: '自',
    due: '到期',
    received: '开始',
  },
  en: {
    title: 'Thread',
    lead: 'What led to what. Only matters that you may see are listed.',
    back: 'Back to this matter',
    alone: 'This is the only one that you may see: nothing led to it, and nothing came of it.',
    list: 'Matters of the thread',
    here: 'this matter',
    again: 'the same matter, listed above',
    since: 'since',
    due: 'due',
    received: 'begun',
  },
}
