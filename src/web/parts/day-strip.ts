import type { Lang, ReceiptView, StripDayView } from '../../contract/index.js'
import { daySentence, groundText } from './day-sentence.js'
import type { Child, Make } from './make.js'
import { type Bracket, type Fold, numberedIn, type StripItem, stripItems } from './strip-items.js'
import { type StripWords, stripWords } from './strip-words.js'
import { shortDayText, shortWeekdayText } from './wall-day.js'

export type DayStripLook = {
  readonly lang: Lang
  /** Workdays past the due time; a cell at the end says so. */
  readonly workdaysLate?: number
  /** Open the text equivalent at once, as on paper. */
  readonly isSpelledOut?: boolean
}

type Unit = 'workdays' | 'calendarDays' | null

/** 计时条. A row of days from start to due: the days counted are numbered, the days off are hatched with their ground. */
export function dayStrip<N>(h: Make<N>, receipt: ReceiptView, look: DayStripLook): N {
  const words = stripWords[look.lang]
  const unit = numberedIn(receipt)
  const items = stripItems(receipt)
  const cells = items.map((item, at) => cell(h, { item, unit, look, before: items[at - 1] ?? null }))
  const late = look.workdaysLate ?? 0
  if (late > 0 && cells.length > 0) cells.push(lateCell(h, words.late(late)))
  const isBracketed = items.some((item) => item.kind === 'day' && item.bracket !== null)
  const className = isBracketed ? 'strip-days strip-bracketed' : 'strip-days'
  const [head, row] =
    cells.length === 0 ? [null, null] : [weekRow(h, look.lang), h('ol', { className, 'aria-label': words.strip }, ...cells)]
  return h('div', { className: 'strip' }, head, row, spelledOut(h, receipt, look))
}

/** Heads the columns where weeks are rows. */
const weekRow = <N>(h: Make<N>, lang: Lang): N =>
  h('div', { className: 'strip-week', 'aria-hidden': 'true' }, ...week.map((day) => h('span', null, shortWeekdayText(day, lang))))

const week = [1, 2, 3, 4, 5, 6, 0]

/** The same in words alone: how the due time was found, sentence by sentence. */
export function dayWords<N>(h: Make<N>, receipt: ReceiptView, look: DayStripLook): N {
  return h('div', { className: 'strip' }, spelledOut(h, receipt, look))
}

function spelledOut<N>(h: Make<N>, { sentences, dueAt }: ReceiptView, look: DayStripLook): Child<N> {
  if (sentences.length === 0) return null
  const list = h('ul', null, ...sentences.map((sentence) => h('li', null, sentence)))
  const summary = h('summary', null, stripWords[look.lang][dueAt === null ? 'how' : 'why'])
  return h('details', { className: 'strip-why', open: look.isSpelledOut === true }, summary, list)
}

type CellView = {
  readonly item: StripItem
  readonly unit: Unit
  readonly look: DayStripLook
  readonly before: StripItem | null
}

function cell<N>(h: Make<N>, view: CellView): N {
  const { item, look } = view
  const words = stripWords[look.lang]
  if (item.kind === 'fold') return foldCell(h, item, words)
  const { day, bracket } = item
  const sentence = daySentence(day, view.unit, look.lang)
  return h(
    'li',
    { className: cellClasses(day, view.before), title: sentence },
    h('span', { className: 'strip-said' }, sentence),
    h(
      'span',
      { className: 'strip-seen', 'aria-hidden': 'true' },
      bracketMark(h, bracket, words, view.before?.kind === 'fold'),
      h('small', null, shortDayText(day.on), h('i', null, shortWeekdayText(day.weekday, look.lang))),
      sign(h, day, view.unit, words),
      ground(h, day, words),
      flag(h, day, words),
    ),
  )
}

function cellClasses(day: StripDayView, before: StripItem | null): string {
  const isNewRow = before === null || before.kind === 'fold'
  const marks = [
    'strip-day',
    `strip-${day.role}`,
    day.ground === 'holiday' ? 'strip-holiday' : '',
    isNewRow ? `strip-from-${day.weekday}` : '',
    day.isToday ? 'strip-today' : '',
    day.isDue ? 'strip-due' : '',
    day.isProvisional ? 'strip-provisional' : '',
  ]
  return marks.filter((mark) => mark !== '').join(' ')
}

function sign<N>(h: Make<N>, day: StripDayView, unit: Unit, words: StripWords): N {
  if (day.role !== 'counted') return h('b', { className: 'strip-word' }, words.sign[day.role])
  return h('b', null, day.number === null || unit === null ? '·' : String(day.number))
}

/** Why a day is not counted; or that it was worked although it is a weekend. */
function ground<N>(h: Make<N>, day: StripDayView, words: StripWords): Child<N> {
  const inside =
    day.role === 'counted' ? makeUpMark(h, day, words) : day.role === 'off' ? groundText(day, words) : words.label[day.role]
  return inside === null ? null : h('span', { className: 'strip-ground' }, inside)
}

const makeUpMark = <N>(h: Make<N>, day: StripDayView, words: StripWords): Child<N> =>
  day.ground === 'make-up' ? h('span', { className: 'strip-make-up' }, words.makeUpMark) : null

function flag<N>(h: Make<N>, day: StripDayView, words: StripWords): Child<N> {
  const { today, due, provisional } = words.label
  const said = [day.isToday ? today : '', day.isDue ? due : '', day.isDue && day.isProvisional ? provisional : '']
  const marks = said.filter((part) => part !== '')
  return marks.length === 0 ? null : h('span', { className: 'strip-flag' }, ...marks.map((mark) => h('em', null, mark)))
}

function bracketMark<N>(h: Make<N>, bracket: Bracket | null, words: StripWords, isAfterFold: boolean): Child<N> {
  if (bracket === null) return null
  const ends = `${bracket.isFirst ? ' strip-bracket-first' : ''}${bracket.isLast ? ' strip-bracket-last' : ''}`
  const text = bracket.kind === 'pause' ? words.pause : words.extension(bracket.index)
  const label = bracket.isFirst || isAfterFold ? h('span', null, text) : null
  return h('span', { className: `strip-bracket strip-bracket-${bracket.kind}${ends}` }, label)
}

function foldCell<N>(h: Make<N>, item: Fold, words: StripWords): N {
  const range = `${shortDayText(item.from)} – ${shortDayText(item.to)}`
  const said = item.off === null ? words.folded(item.days, item.counted) : words.foldedOff(groundText(item.off, words), item.days)
  return h('li', { className: 'strip-fold' }, h('span', null, range), h('span', null, said))
}

const lateCell = <N>(h: Make<N>, text: string): N => h('li', { className: 'strip-late' }, text)
