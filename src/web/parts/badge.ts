import type { AlertView, DutyView, Lang } from '../../contract/index.js'
import type { Make } from './make.js'

export type DutyStatus = DutyView['status']

const shapes: Readonly<Record<DutyStatus, string>> = {
  open: '●',
  paused: 'Ⅱ',
  met: '✓',
  lapsed: '○',
  overdue: '◆',
  cancelled: '–',
}
const statusWords: Readonly<Record<Lang, Readonly<Record<DutyStatus, string>>>> = {
  zh: { open: '进行中', paused: '中止计时', met: '已完成', lapsed: '到期了结', overdue: '已逾期', cancelled: '已取消' },
  en: { open: 'running', paused: 'paused', met: 'done', lapsed: 'lapsed', overdue: 'overdue', cancelled: 'cancelled' },
}

/** How a duty stands: shape, word and colour. */
export const statusBadge = <N>(h: Make<N>, status: DutyStatus, lang: Lang): N =>
  badge(h, `badge-${status}`, shapes[status], statusWords[lang][status])

/** Another shape for each colour; a colour we have no shape for keeps its word. */
const alertShapes: Readonly<Record<string, string>> = { blue: '●', yellow: '▲', orange: '▼', red: '◆', green: '✓' }

/** 预警. Shape, word and colour. */
export const alertBadge = <N>(h: Make<N>, alert: AlertView): N =>
  badge(h, `badge-${alert.colour in alertShapes ? alert.colour : 'plain'}`, alertShapes[alert.colour] ?? '■', alert.name)

function badge<N>(h: Make<N>, kind: string, shape: string, word: string): N {
  return h('span', { className: `badge ${kind}` }, h('span', { 'aria-hidden': 'true' }, shape), word)
}
