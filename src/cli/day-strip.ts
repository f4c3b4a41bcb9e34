import {
  type Calendar,
  type ClauseRef,
  clausesShown,
  dayText,
  dueText,
  type Receipt,
  type Regulation,
  type StripDay,
  shownClause,
  weekday,
} from '../core/index.js'
import type { Lang } from './command.js'

const weekdays = { zh: ['日', '一', '二', '三', '四', '五', '六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] }

const words = {
  zh: {
    start: '起算日，不计',
    paused: '停计',
    moved: '顺延',
    off: '不计',
    weekend: '周末',
    makeUp: '调休上班',
    local: '（地方假）',
    comma: '，',
    listComma: '、',
    due: '到期',
    provisional: (from: string, through: string) => `只知道${from}至${through}的放假安排，日期暂定`,
    extension: '延期',
  },
  en: {
    start: 'start, not counted',
    paused: 'clock stopped',
    moved: 'moved on',
    off: 'not counted',
    weekend: 'weekend',
    makeUp: 'worked in exchange',
    local: ' (local day off)',
    comma: ', ',
    listComma: ', ',
    due: 'due',
    provisional: (from: string, through: string) => `days off are known from ${from} through ${through} only: provisional`,
    extension: 'extension',
  },
}

/** 日条 in text: each day of a receipt with its number, its ground, and whether it is due. */
export function stripLines(receipt: Receipt, lang: Lang): readonly string[] {
  return receipt.days.map((each) => {
    const number = each.number === null ? '   ' : String(each.number).padStart(3)
    const said = [groundOf(each, lang), each.grant > 0 && each.number !== null ? `${words[lang].extension} ${each.grant}` : '']
    const due = each.isDue ? `← ${words[lang].due}` : ''
    return [`${dayText(each.on)} ${weekdays[lang][weekday(each.on)]} ${number}`, ...said, due]
      .filter((part) => part !== '')
      .join('  ')
  })
}

function groundOf({ role, ground, isDue }: StripDay, lang: Lang): string {
  const said = words[lang]
  if (role === 'start') return said.start
  if (role === 'paused') return said.paused
  const reason = reasonOf(ground, lang)
  if (role === 'moved') return [reason, isDue ? '' : said.moved].filter(Boolean).join(said.comma)
  return role === 'off' ? `${reason}${said.comma}${said.off}` : reason
}

function reasonOf(ground: StripDay['ground'], lang: Lang): string {
  switch (ground.kind) {
    case 'workday':
      return ''
    case 'weekend':
      return words[lang].weekend
    case 'make-up':
      return `${ground.name[lang]} ${words[lang].makeUp} ${ground.notice}`
    case 'holiday':
      return `${ground.name[lang]}${ground.isLocal ? words[lang].local : ''} ${ground.notice}`
  }
}

/** The clauses as people write them, each once: sentences of one paragraph are written alike. */
export const clauseNames = (refs: readonly ClauseRef[], { clauses }: Regulation, lang: Lang): string =>
  clausesShown(
    refs.map((ref) => ({ shown: shownClause(clauses, ref) })),
    lang,
  ).join(words[lang].listComma)

/** The receipt in a few lines: due time, clauses, and the days. */
export function receiptLines(receipt: Receipt, regulation: Regulation, calendar: Calendar, lang: Lang): readonly string[] {
  const due = receipt.dueAt === null ? '-' : dueText(receipt.dueAt, calendar.zone)
  const clauses = clauseNames(receipt.clause, regulation, lang)
  const head = `${words[lang].due} ${due}  ${clauses}`
  const known = words[lang].provisional(dayText(receipt.knownFrom), dayText(receipt.knownThrough))
  return [head, ...(receipt.isProvisional ? [known] : []), ...stripLines(receipt, lang)]
}
