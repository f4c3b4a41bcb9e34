import { type AssessmentFileReport, appOf } from './app-commands.js'
import { type Command, UsageError } from './command.js'
import { government } from './government-option.js'

export const assessmentCommand: Command = {
  name: 'assessment',
  summary: {
    zh: '把一个单位的考核表从事项的经过逐件重算一遍，与统计的结果对照',
    en: 'Count the assessment of a unit again, matter by matter from the events, and compare it with the sheet',
  },
  usage: '--unit ID --from DAY --to DAY [--government ID]',
  options: {
    government,
    unit: { type: 'string', value: 'ID', text: { zh: '单位', en: 'the unit' } },
    from: { type: 'string', value: 'DAY', text: { zh: '从哪一天', en: 'from which day' } },
    to: { type: 'string', value: 'DAY', text: { zh: '到哪一天（含）', en: 'until which day, itself included' } },
    regulation: { type: 'string', value: 'ID', text: { zh: '只按这个办法', en: 'under this regulation only' } },
  },
  examples: ['assessment --unit lighting --from 2025-01-01 --to 2025-12-31'],
  async run(args, deps) {
    const [unit, from, to] = [args.text('unit'), args.text('from'), args.text('to')]
    if (unit === undefined || from === undefined || to === undefined)
      throw new UsageError({
        zh: '请用 --unit、--from、--to 写明单位和起止日期。',
        en: 'Name a unit and days with --unit, --from and --to.',
      })
    const asked = { government: args.text('government'), unit, from, to, regulation: args.text('regulation'), lang: args.lang }
    const report = await appOf(deps).recountUnit(asked, (done) => {
      if (deps.isTerminal || done % 1000 === 0)
        deps.error(args.lang === 'zh' ? `已推算 ${done} 件` : `${done} matters worked out`)
    })
    if (args.json) deps.out(JSON.stringify(report))
    else for (const line of report.sheets.flatMap((sheet) => linesOf(sheet, args.lang))) deps.out(line)
    return report.sheets.every(({ isSame }) => isSame) ? 0 : 1
  },
}

function linesOf(sheet: AssessmentFileReport['sheets'][number], lang: 'zh' | 'en'): readonly string[] {
  const isZh = lang === 'zh'
  const lines = sheet.lines.map(({ name, number, of, points }) => {
    const counted = of === null ? String(number) : `${number}/${of}`
    return `  ${name}  ${counted}${points === null ? '' : isZh ? `  ${points}分` : `  ${points} points`}`
  })
  const same = isZh
    ? `  从 ${sheet.matters} 件的经过重算：${sheet.isSame ? '一致' : '不一致'}`
    : `  counted again from ${sheet.matters} matters: ${sheet.isSame ? 'the same' : 'not the same'}`
  const total = sheet.total === null ? [] : [isZh ? `  合计  ${sheet.total}分` : `  in all  ${sheet.total} points`]
  return [sheet.name, ...lines, ...total, same]
}
