import type { FindingText } from './finding-text-table.js'

/** What the checks of numbers, limits and conditions say. */
export const limitFindingTexts: Readonly<Record<string, FindingText>> = {
  'number-without-clause': ({ number, clauses }) => ({
    message: { zh: `${number} 不在所引条款里（${clauses}）`, en: `${number} is in none of the clauses cited here (${clauses})` },
    advice: {
      zh: '引用写有这个数的条款，或把它补进该条款的摘要；条文没有写明的，用 parameters 记下取舍，用 discretion 记下裁量。',
      en: 'Cite the clause that says it, or say it in that summary. Where the text is silent, record a parameter or a discretion.',
    },
    level: 'warning',
  }),
  'number-by-parameter': ({ number, clauses, parameter }) => ({
    message: {
      zh: `${number}（取舍 ${parameter}）不在所引条款里（${clauses}）`,
      en: `${number} (parameter ${parameter}) is in none of the clauses cited here (${clauses})`,
    },
    advice: {
      zh: '条文没有这个数，是我们定的：请牵头机构确认，或改用 discretion。条文有的，写进该条款的摘要。',
      en: 'The text does not say it, we do: let the office confirm it, or use a discretion. If the text does, say it in the summary.',
    },
    level: 'warning',
  }),
  'limits-contradict': ({ duty, other }) => ({
    message: {
      zh: `义务 ${duty} 和 ${other} 除期限外完全一样，期限却不同`,
      en: `the duties ${duty} and ${other} are alike in all but their limits`,
    },
    advice: {
      zh: '合成一个；按情形不同的，用 appliesTo 分开；取其短的，写 within: { shortest: [ … ] }。',
      en: 'Join them; tell cases apart with appliesTo; where the shorter counts, write within: { shortest: [ … ] }.',
    },
  }),
  'limit-never-shortest': ({ duty }) => ({
    message: {
      zh: `义务 ${duty} 的这个期限永远不是最短的`,
      en: `this limit of ${duty} is never the shortest`,
    },
    advice: { zh: '删去较长的，或改正数字、单位。', en: 'Remove the longer one, or correct number or unit.' },
    level: 'warning',
  }),
  'limit-never-longest': ({ duty }) => ({
    message: {
      zh: `义务 ${duty} 的这个期限永远不是最长的`,
      en: `this limit of ${duty} is never the longest`,
    },
    advice: { zh: '删去较短的，或改正数字、单位。', en: 'Remove the shorter one, or correct number or unit.' },
    level: 'warning',
  }),
  'window-before-due': ({ duty, act }) => ({
    message: {
      zh: `义务 ${duty} 还没到期，履行它的行为 ${act} 就已过时限、不能办了`,
      en: `the act ${act} is refused as too late before the duty ${duty}, which it meets, is due`,
    },
    advice: {
      zh: '让义务的 within 不长于行为的 within，或放宽行为的 within。',
      en: 'Make the limit of the duty no longer than that of the act, or widen that of the act.',
    },
    level: 'warning',
  }),
  'bounds-crossed': ({ least, most }) => ({
    message: { zh: `下限 ${least} 大于上限 ${most}`, en: `the least, ${least}, is more than the most, ${most}` },
    advice: { zh: '对调或改正 least 和 most：现在填什么都不对。', en: 'Correct least and most: no value fits as it is.' },
  }),
  'condition-never-holds': () => ({
    message: { zh: '这个条件永远不会成立', en: 'this condition never holds' },
    advice: {
      zh: '看看是否自相矛盾、与 from 或 parts 不合，或所看的值没有行为会写入。',
      en: 'It contradicts itself, `from` or `parts`, or asks for a value that no act ever states.',
    },
    level: 'warning',
  }),
  'stages-without-end': ({ stages }) => ({
    message: {
      zh: `事项到了这里就办不完：只在 ${stages} 之间来回`,
      en: `a matter never ends from here: it only goes round ${stages}`,
    },
    advice: { zh: '补一个通往终点（end: true）的行为。', en: 'Add an act that leads to a stage with end: true.' },
    level: 'warning',
  }),
  'duty-met-only-before': ({ duty }) => ({
    message: {
      zh: `义务 ${duty} 产生以后，履行它的行为就再也做不了`,
      en: `once the duty ${duty} is open, nothing that meets it can be done any more`,
    },
    advice: { zh: '改正 opens、metBy，或行为的 from、during。', en: 'Correct opens, metBy, or `from` and `during` of the acts.' },
  }),
  'alert-never-seen': ({ rung, other }) => ({
    message: {
      zh: `梯级 ${rung} 的预警永远看不到：${other} 来得不晚，级别更高`,
      en: `the alert of ${rung} is never seen: ${other} comes no later and ranks higher`,
    },
    advice: { zh: '改正时间或预警的 rank。', en: 'Correct when they come, or the ranks of the alerts.' },
    level: 'warning',
  }),
  'old-format': ({ written, known, folder }) => ({
    message: {
      zh: `这是旧的写法（format ${written}），现在的是 format ${known}`,
      en: `this is of an older format (${written}); the present one is ${known}`,
    },
    advice: {
      zh: `运行 script/huiyin upgrade ${folder}，注释会保留。`,
      en: `Run script/huiyin upgrade ${folder}; comments stay.`,
    },
  }),
  'newer-format': ({ written, known }) => ({
    message: {
      zh: `这是 format ${written}，本平台只认到 format ${known}`,
      en: `this is of format ${written}; this platform knows up to ${known}`,
    },
    advice: { zh: '请先更新平台。', en: 'Update the platform first.' },
  }),
  'unknown-format': ({ written, known }) => ({
    message: {
      zh: `format 写的是“${written}”，不是一个版本号`,
      en: `format says “${written}”, which is no version`,
    },
    advice: {
      zh: `现在的写法是 format: ${known}；旧的写当时的数字，不知道的删去这一行，再运行 script/huiyin upgrade。`,
      en: `The present one is format: ${known}; of an older file write its number, or take the line out, and run script/huiyin upgrade.`,
    },
  }),
  'no-table': () => ({
    message: { zh: '文件内容不是“键: 值”', en: 'the file does not hold keys and values' },
    advice: {
      zh: '看看是不是放错了文件，或者编码不是 UTF-8；没有改动它。',
      en: 'See whether it is another file, or not in UTF-8; it was left as it is.',
    },
  }),
  'part-unknown': ({ word }) => ({
    message: { zh: `不认识的承办方式 ${word}，请改正`, en: `there is no part ${word}: put it right` },
    advice: { zh: '写 lead、assist、separate 或 joint。', en: 'Write lead, assist, separate or joint.' },
  }),
  'act-of-extension': ({ word }) => ({
    message: { zh: `延期没有写明 ${word}`, en: `the extension does not say ${word}` },
    advice: {
      zh: '写明由哪些行为申请（asked）、同意（granted）、不同意（refused）；以前省去不写的，script/huiyin upgrade 会补上。',
      en: 'Say which acts ask for it (asked), grant it (granted) and refuse it (refused); script/huiyin upgrade writes those that used to be understood.',
    },
  }),
  'remembered-only': ({ word }) => ({
    message: {
      zh: `${word} 没有人填写，只是记着办过什么`,
      en: `${word} is stated by nobody: it only remembers what was done`,
    },
    advice: {
      zh: '改成问办过什么：count、latest（最近办的是哪一件）或 pending（提出了还没有决定），再删去这一项；script/huiyin upgrade 能改的会改。',
      en: 'Ask what was done instead: count, latest (which was done last) or pending (asked and not yet decided), and take the field out; script/huiyin upgrade does it where it can.',
    },
    level: 'warning',
  }),
  'transition-unknown': ({ word }) => ({
    message: { zh: `transition: ${word} 没有意义，请删去`, en: `transition: ${word} means nothing: take it out` },
    advice: { zh: '办理中的事项一直按它开始时的文本办。', en: 'A running matter keeps the version it started under.' },
  }),
  'unknown-prelude': ({ word, near, allowed }) => ({
    message: { zh: `没有叫“${word}”的前情`, en: `there is no prelude ${word}` },
    advice: near
      ? { zh: `是不是想写：${near}`, en: `did you mean: ${near}` }
      : { zh: `有：${allowed}`, en: `there are: ${allowed}` },
  }),
}
