import { type Calendar, dueText, instantText, type Regulation } from '../core/index.js'
import type { DutyChange, Library, ScenarioRun, StepRun } from '../load/index.js'
import type { Lang } from './command.js'
import { clauseNames, receiptLines } from './day-strip.js'
import { refusalLines } from './reason-lines.js'

const words = {
  zh: {
    refused: '不能办：',
    done: '→',
    open: '在办',
    paused: '停计',
    met: '已完成',
    lapsed: '到期了结',
    overdue: '逾期',
    cancelled: '已取消',
    expect: '核对',
  },
  en: {
    refused: 'refused: ',
    done: '→',
    open: 'open',
    paused: 'paused',
    met: 'met',
    lapsed: 'lapsed',
    overdue: 'overdue',
    cancelled: 'cancelled',
    expect: 'check',
  },
}

/** 时间线. What each step did: the stage, duties with their due times, and how these came to be. */
export function timeline(
  { scenario, regulation, steps, failures }: ScenarioRun,
  library: Library,
  lang: Lang,
): readonly string[] {
  const head = `${failures.length === 0 ? '✓' : '✗'} ${scenario.title[lang]}`
  if (regulation === null) return [head]
  const calendar = library.calendar(library.overlays().includes(scenario.overlay ?? '') ? scenario.overlay : undefined)
  const about = `  ${regulation.title[lang]} ${regulation.version}`
  return [head, about, ...steps.flatMap((step) => stepLines(step, regulation, calendar, lang))]
}

function stepLines(run: StepRun, regulation: Regulation, calendar: Calendar, lang: Lang): readonly string[] {
  const { step, refusal } = run
  const act = whatIsDone(step, regulation, lang)
  const by = step.by === undefined ? '' : (regulation.roles[step.by]?.name[lang] ?? step.by)
  const stage = regulation.stages[run.stage]?.name[lang] ?? run.stage
  const clauses = clauseNames(refusal?.clause ?? [], regulation, lang)
  const end = refusal === null ? `${words[lang].done} ${stage}` : `${words[lang].refused}${refusal.code} ${clauses}`
  const line = [instantText(run.at, calendar.zone), by, act, end].filter((part) => part !== '').join('  ')
  return [
    '',
    line,
    ...(refusal === null ? [] : refusalLines(refusal, { regulation, lang, zone: calendar.zone, act: step.act, stage })),
    ...run.changes.flatMap((change) => changeLines(change, regulation, calendar, lang).map((each) => `    ${each}`)),
  ]
}

/** The act, or the duty of the office with its period, that a step does; else that it compares. */
function whatIsDone({ act, officeDuty, period }: StepRun['step'], { acts, officeDuties }: Regulation, lang: Lang): string {
  if (officeDuty === undefined) return act === undefined ? words[lang].expect : (acts[act]?.name[lang] ?? act)
  const id = act ?? officeDuty
  return `${officeDuties[officeDuty]?.life.acts[id]?.name[lang] ?? id}  ${period}`
}

/** A duty that was opened or moved is shown with its days; one that ended in one line. */
function changeLines(change: DutyChange, all: Regulation, calendar: Calendar, lang: Lang): readonly string[] {
  const { duty, receipt, of } = change
  const regulation = of?.rule.life ?? all
  const rule = regulation.duties[duty.duty]
  const holder = duty.unit ?? regulation.roles[duty.holder]?.name[lang] ?? duty.holder
  const alert = duty.alert === null ? '' : (regulation.alerts[duty.alert]?.name[lang] ?? duty.alert)
  const due = duty.dueAt === null ? '' : dueText(duty.dueAt, calendar.zone)
  const head = [rule?.name[lang] ?? duty.duty, of?.round.id ?? '', holder, words[lang][duty.status], due, alert]
    .filter((part) => part !== '')
    .join('  ')
  if (duty.status !== 'open' || duty.dueAt === null) return [head]
  return [
    head,
    ...receiptLines(receipt, regulation, calendar, lang)
      .slice(1)
      .map((each) => `  ${each}`),
  ]
}
