import type { Level, Words } from './finding.js'

export type FindingArgs = Readonly<Record<string, string>>
export type FindingText = (args: FindingArgs) => { readonly message: Words; readonly advice: Words; readonly level?: Level }

/** What kinds of thing a rule may name. */
export const referenceNames: Readonly<Record<string, Words>> = {
  stage: { zh: '环节', en: 'stage' },
  'assignment-stage': { zh: '承办环节', en: 'assignment stage' },
  item: { zh: '子项', en: 'kind of items' },
  'item-stage': { zh: '子项环节', en: 'stage of an item' },
  act: { zh: '行为', en: 'act' },
  duty: { zh: '义务', en: 'duty' },
  field: { zh: '表单项', en: 'field' },
  role: { zh: '角色', en: 'role' },
  clause: { zh: '条款', en: 'clause' },
  alert: { zh: '预警', en: 'alert' },
  rung: { zh: '预警梯级', en: 'rung' },
  option: { zh: '选项', en: 'option' },
  parameter: { zh: '参数', en: 'parameter' },
  discretion: { zh: '裁量', en: 'discretion' },
  requirement: { zh: '要件', en: 'requirement' },
  'sign-off': { zh: '签批', en: 'sign-off' },
  'requester-list': { zh: '名单', en: 'list of requesters' },
  'unit-kind': { zh: '单位类别', en: 'kind of units' },
  'shown-state': { zh: '对外状态', en: 'shown state' },
  regulation: { zh: '办法', en: 'regulation' },
  version: { zh: '版本', en: 'version' },
  overlay: { zh: '地方假日', en: 'overlay' },
}

/** What each finding says. One entry, one code. */
export const findingTexts: Readonly<Record<string, FindingText>> = {
  yaml: ({ detail }) => ({
    message: { zh: `YAML 写法有误（${detail}）`, en: `not valid YAML (${detail})` },
    advice: { zh: '检查缩进、引号、括号和冒号后的空格。', en: 'Check indents, quotes, brackets and the blank after a colon.' },
  }),
  'duplicate-key': () => ({
    message: { zh: '同一处写了两个相同的键', en: 'the same key stands here twice' },
    advice: { zh: '合并成一个，或改名。', en: 'Join them, or rename one.' },
  }),
  alias: () => ({
    message: { zh: '不能使用 YAML 引用（*名称）', en: 'YAML aliases (*name) are not allowed' },
    advice: { zh: '把内容直接写在这里。', en: 'Write the content out here.' },
  }),
  'missing-file': ({ file }) => ({
    message: { zh: `缺少文件 ${file}`, en: `the file ${file} is missing` },
    advice: { zh: `在同一文件夹里建立 ${file}。`, en: `Create ${file} in this folder.` },
  }),
  'version-twice': ({ word, folder }) => ({
    message: { zh: `${word} 在别处已有，这里的不用`, en: `${word} is elsewhere too; this one is not used` },
    advice: { zh: `已用的在 ${folder}。改名或删去一处。`, en: `The one in use is in ${folder}. Rename or remove one.` },
  }),
  'one-document': () => ({
    message: {
      zh: '这里只能有一个 YAML 文档，且不能为空',
      en: 'exactly one YAML document belongs here, and it may not be empty',
    },
    advice: { zh: '去掉 --- 之后的部分，或另存一个文件。', en: 'Remove what follows ---, or move it to another file.' },
  }),
  'unknown-key': ({ word, near, allowed }) => ({
    message: { zh: `不认识的键：${word}`, en: `unknown key: ${word}` },
    advice: near
      ? { zh: `是不是想写：${near}`, en: `did you mean: ${near}` }
      : { zh: `这里可以写：${allowed}`, en: `allowed here: ${allowed}` },
  }),
  'missing-key': ({ word }) => ({
    message: { zh: `缺少 ${word}`, en: `${word} is missing` },
    advice: { zh: `补上 ${word}:`, en: `Add ${word}:` },
  }),
  'wrong-kind': ({ expected, got }) => ({
    message: {
      zh: `这里应当是${kindsIn(expected, 'zh')}，写的是${kindsIn(got, 'zh')}`,
      en: `expected ${kindsIn(expected, 'en')}, found ${kindsIn(got, 'en')}`,
    },
    advice: { zh: '写法见 docs/regulation-format.md。', en: 'See docs/regulation-format.md.' },
  }),
  'unknown-word': ({ word, near, allowed }) => ({
    message: { zh: `不能写“${word}”`, en: `not an allowed word: ${word}` },
    advice: near
      ? { zh: `是不是想写：${near}；可以写：${allowed}`, en: `did you mean: ${near}; allowed: ${allowed}` }
      : { zh: `可以写：${allowed}`, en: `allowed: ${allowed}` },
  }),
  'bad-identifier': ({ word }) => ({
    message: { zh: `标识“${word}”写法不对`, en: `not an identifier: ${word}` },
    advice: {
      zh: '用英文字母开头的 camelCase，例如 conclude、requestExtension。',
      en: 'Write camelCase, such as conclude, requestExtension.',
    },
  }),
  'bad-value': ({ detail }) => ({
    message: { zh: `值不符合要求（${detail}）`, en: `the value is not allowed (${detail})` },
    advice: { zh: '写法见 docs/regulation-format.md。', en: 'See docs/regulation-format.md.' },
  }),
  'bad-format': ({ word, pattern }) => ({
    message: { zh: `“${word}”的格式不对`, en: `${word} is not in the right form` },
    advice: { zh: `应当符合 ${pattern}`, en: `It must match ${pattern}` },
  }),
  'too-small': ({ bound }) => ({
    message: { zh: '太小或太少', en: 'too small, or too few' },
    advice: { zh: `至少 ${bound}`, en: `At least ${bound}` },
  }),
  'too-big': ({ bound }) => ({
    message: { zh: '太大或太多', en: 'too large, or too many' },
    advice: { zh: `至多 ${bound}`, en: `At most ${bound}` },
  }),
  'bad-day': ({ word }) => ({
    message: { zh: `不是日期：${word}`, en: `not a day: ${word}` },
    advice: { zh: '写成 2025-09-30，且须是真实的日期。', en: 'Write 2025-09-30; it must be a real date.' },
  }),
  'bad-time': ({ word }) => ({
    message: { zh: `不是时间：${word}`, en: `not a time: ${word}` },
    advice: { zh: '写成 2025-09-30 10:00；当日终了写 24:00。', en: 'Write 2025-09-30 10:00; the end of a day is 24:00.' },
  }),
  'exactly-one': ({ words }) => ({
    message: { zh: `${words} 中要写一个，也只能写一个`, en: `exactly one of ${words} must be given` },
    advice: { zh: '留下一个，去掉其余。', en: 'Keep one, remove the others.' },
  }),
  'wrong-name': ({ written, folder }) => ({
    message: { zh: `写的是 ${written}，文件夹名是 ${folder}`, en: `it says ${written}, the folder is named ${folder}` },
    advice: { zh: '两处要一致。', en: 'The two must agree.' },
  }),
  'reserved-word': ({ word }) => ({
    message: {
      zh: `“${word}”在条件里另有含义，不能作表单项的标识`,
      en: `${word} means something else in conditions and cannot name a field`,
    },
    advice: { zh: '换一个标识。', en: 'Choose another identifier.' },
  }),
  'wrong-value-type': ({ field, type }) => ({
    message: {
      zh: `表单项 ${field} 的类型是 ${type}，值的写法不对`,
      en: `the field ${field} is of type ${type}; this value is not`,
    },
    advice: {
      zh: '布尔写 true/false，数字不加引号，选项写它的标识。',
      en: 'Write true/false for a boolean, a bare number, an option by its id.',
    },
  }),
  'field-without-options': ({ field }) => ({
    message: { zh: `选择项 ${field} 没有 options`, en: `the choice ${field} has no options` },
    advice: { zh: '补上 options:', en: 'Add options:' },
  }),
  'assigns-without-field': () => ({
    message: { zh: '指派承办的行为没有写明承办单位的表单项', en: 'an act that assigns does not ask for the units' },
    advice: {
      zh: '在 needs 里加上 assignments，并在 fields 中写明它，类型为 assignments。',
      en: 'Add assignments to needs, and declare it in fields with type assignments.',
    },
  }),
  'follows-needs-system': ({ act }) => ({
    message: {
      zh: `平台要自动做 ${act}，但 ${act} 的 by 里没有 system`,
      en: `the platform is to do ${act}, but its \`by\` does not list system`,
    },
    advice: { zh: `在 ${act} 的 by 中加上 system。`, en: `Add system to the \`by\` of ${act}.` },
  }),
  'begins-by-itself': () => ({
    message: {
      zh: '没有人来做的行为、开件的行为，不能另起一件事项',
      en: 'what nobody does, or what starts a matter, cannot begin another one',
    },
    advice: {
      zh: '由人来做的后一步来另起。否则两类事项互相引出，就没有尽头。',
      en: 'Let a later act that somebody does begin it. Two kinds that begin each other would never end.',
    },
  }),
  'chosen-needs-record': ({ field }) => ({
    message: {
      zh: `选取出来才办的行为：在事项上办，needs 只写记明选取经过的 ${field}`,
      en: `an act of matters that are chosen: of a matter that is there, and \`needs\` names the record ${field} alone`,
    },
    advice: {
      zh: '各件同时办，不能逐件填表；去掉 starts、of 和其他 needs。',
      en: 'It is done in all of them at once and no form is filled in for each: leave out `starts`, `of` and what else it needs.',
    },
  }),
  'waives-without': ({ field }) => ({
    message: {
      zh: `免去要件要写明免去什么、为什么：needs 中没有 ${field}`,
      en: `whoever waives says what and why: \`needs\` lacks ${field}`,
    },
    advice: { zh: `在 needs 中加上 ${field}。`, en: `Add ${field} to \`needs\`.` },
  }),
  'waives-in-secret': () => ({
    message: { zh: '免去要件不能不让人知道', en: 'what is waived is kept from nobody' },
    advice: { zh: '去掉 keptFrom。', en: 'Remove `keptFrom`.' },
  }),
  'signs-what-it-changes': ({ act, field }) => ({
    message: { zh: `${act} 签批的正是它自己写的 ${field}`, en: `${act} signs ${field}, which it states itself` },
    advice: { zh: '改文字的另写一个行为；改了就重新签批。', en: 'Let another act change the text; the signing begins anew.' },
  }),
  'jumps-without-reason': ({ act }) => ({
    message: { zh: `${act} 跳过前面的签批，没有写明理由`, en: `${act} signs before its turn and gives no reason` },
    advice: { zh: '在 needs 中加上 reason。', en: 'Add `reason` to its `needs`.' },
  }),
  'level-without-turn': ({ duty, signOff }) => ({
    message: { zh: `${duty} 是一级签批，应当轮到才有`, en: `${duty} is a level: it opens when its turn comes` },
    advice: { zh: `写 opens: { turn: ${signOff} }，不写别的。`, en: `Write opens: { turn: ${signOff} } and nothing else.` },
  }),
  'hears-needs-system': () => ({
    message: {
      zh: '回告由平台记明，by 只能是 system',
      en: 'what is heard is recorded by the platform: `by` can be system alone',
    },
    advice: { zh: '写 by: system；由人来做的事另写一个行为。', en: 'Write by: system; what a person does is an act of its own.' },
  }),
  'not-for-hearing': ({ key }) => ({
    message: { zh: `回告的行为不能有 ${key}`, en: `an act that hears of another matter cannot have \`${key}\`` },
    advice: {
      zh: '那边已经办了，这边只能记明：不能拒绝，也没有人填写。可以写 from 和 to、when、sets、follows、tells、learns。',
      en: 'It has happened there, and is recorded here: nothing can refuse it and nobody fills it in. It may have from and to, when, sets, follows, tells, learns.',
    },
  }),
  'hears-of-none': ({ kind }) => ({
    message: { zh: `没有一步引出 ${kind}，无从回告`, en: `nothing here begins a ${kind}, so nothing is heard of one` },
    advice: {
      zh: '在引出它的行为里写 begins，或者改正 kind。',
      en: 'Write begins in the act that begins one, or correct the kind.',
    },
  }),
  'begun-never-heard': ({ kind }) => ({
    message: {
      zh: `条件要看引出的 ${kind} 是否办结，但没有一步回告它办结`,
      en: `a condition asks whether each ${kind} begun here has ended, and nothing hears of that`,
    },
    advice: {
      zh: '加一个行为：by: system，hears: { kind, turns: ended }。',
      en: 'Add an act: by: system, hears: { kind, turns: ended }.',
    },
  }),
  'kind-of-none': ({ kind }) => ({
    level: 'warning',
    message: { zh: `没有哪部办法的事项种类是 ${kind}`, en: `no regulation here is for matters of the kind ${kind}` },
    advice: {
      zh: '改正 kind；或者把那类事项的办法放进来一起检查。',
      en: 'Correct the kind, or check together with the regulation for such matters.',
    },
  }),
  'not-known-there': ({ kind, word }) => ({
    message: { zh: `${kind} 的办法里没有 ${word}`, en: `no regulation for ${kind} knows ${word}` },
    advice: {
      zh: '改正名称。带去的，须是开件的行为可以写明的表单项；带回的，须是不属身份信息的表单项；回告的，须是那里的行为。',
      en: 'Correct the name. What is carried must be a field that the act starting such a matter states; what is learned, a field there that is no identity; what is heard of, an act there.',
    },
  }),
  'hears-for-ever': ({ acts }) => ({
    message: { zh: `这些回告互相引起，没有尽头：${acts}`, en: `these hear of one another for ever: ${acts}` },
    advice: {
      zh: '回告只听人办的行为，或者只听办结。',
      en: 'Hear of what people do, or of the end alone.',
    },
  }),
  'cannot-be-carried': ({ field }) => ({
    message: { zh: `${field} 不能带到另一件事项`, en: `${field} cannot be carried into another matter` },
    advice: {
      zh: '身份信息另行保管，附件和承办单位属于这一件。请带文字、选项、日期、单位或者人。',
      en: 'Who somebody is is kept apart; files and shares belong to this matter. Carry text, choices, days, units or persons.',
    },
  }),
  'run-named-as-act': ({ word }) => ({
    message: { zh: `连办 ${word} 与一个行为同名`, en: `the usual run ${word} has the name of an act` },
    advice: { zh: '给连办另取标识。', en: 'Give the run another id.' },
  }),
  'run-cannot-start': ({ act }) => ({
    message: { zh: `连办里不能有收件的行为 ${act}`, en: `a usual run cannot open a matter, as ${act} does` },
    advice: { zh: '从收件之后的行为写起。', en: 'Begin with an act of a matter that is there.' },
  }),
  'run-repeats': ({ act }) => ({
    message: { zh: `连办里 ${act} 写了两次`, en: `${act} stands twice in this usual run` },
    advice: { zh: '去掉一次。', en: 'Take one out.' },
  }),
  'run-for-nobody': ({ acts }) => ({
    message: { zh: `没有一个角色能把 ${acts} 都办了`, en: `no role may do all of ${acts}` },
    advice: { zh: '连办只写同一角色都能办的行为。', en: 'A usual run joins acts that one role may do.' },
  }),
  'duplicate-rung': ({ word }) => ({
    message: { zh: `同一义务有两个梯级叫 ${word}`, en: `two rungs of this duty are called ${word}` },
    advice: { zh: '用 id: 给其中一个另取标识。', en: 'Give one of them another id:' },
  }),
  'only-from-statement': () => ({
    message: { zh: '由行为写明的期限，只能从写明时起算', en: 'A limit that an act states can only count from its statement' },
    advice: {
      zh: '写 from: statement；从办理开始时起算的不用写。',
      en: 'Write from: statement; leave it out to count from the opening of the duty.',
    },
  }),
  'not-a-day': ({ type }) => ({
    message: { zh: `${type} 这种表单项没有先后`, en: `Fields of type ${type} have no earlier and later` },
    advice: { zh: '只用于 date、time、limit 三种。', en: 'Only for fields of type date, time or limit.' },
  }),
  'unknown-option': ({ word, allowed }) => ({
    message: { zh: `没有“${word}”这个选项`, en: `There is no option ${word}` },
    advice: { zh: `可选：${allowed}`, en: `There are: ${allowed}` },
  }),
  'only-for-periods': ({ key }) => ({
    message: { zh: `“${key}”只能写在一段时间旁边`, en: `“${key}” belongs to a period only` },
    advice: {
      zh: '和 workdays、calendarDays、months、hours、minutes 之一写在一起。',
      en: 'Write it beside workdays, calendarDays, months, hours or minutes.',
    },
  }),
  'only-for-act-openings': () => ({
    message: { zh: '“parts”只能和“act”一起写', en: '“parts” belongs to an opening by an act only' },
    advice: { zh: '写成 { act: …, parts: [assist] }。', en: 'Write { act: …, parts: [assist] }.' },
  }),
  'unknown-start': ({ word, near }) => ({
    message: { zh: `没有叫 ${word} 的行为或日期表单项`, en: `there is no act and no date field ${word}` },
    advice: {
      zh: `from 写一个行为，或一个 date、time 类型的表单项${near ? `；是不是 ${near}？` : '。'}`,
      en: `Name an act, or a field of type date or time.${near ? ` Did you mean ${near}?` : ''}`,
    },
  }),
  'only-for-shares': ({ key }) => ({
    message: { zh: `${key} 只用于承办单位那一份或者子项的行为`, en: `${key} is only for acts of an assignment or of an item` },
    advice: { zh: `去掉 ${key}，或加上 of（parts：或加上 assigns）。`, en: `Remove ${key}, or add of (parts: or assigns).` },
  }),
  'changes-no-part': () => ({
    message: {
      zh: 'changesPart 只用于整件事项的、确定承办单位（assigns）的行为',
      en: 'changesPart is only for acts of the matter that name units (assigns)',
    },
    advice: { zh: '去掉 changesPart，或加上 assigns。', en: 'Remove changesPart, or add assigns.' },
  }),
  'not-for-shares': ({ key }) => ({
    message: { zh: `${key} 不用于承办单位那一份或者子项的行为`, en: `${key} is not for acts of an assignment or of an item` },
    advice: { zh: `去掉 ${key}，或去掉 of。`, en: `Remove ${key}, or remove of.` },
  }),
  'empties-without-taking': ({ field }) => ({
    message: { zh: `${field} 不是这一行为可填可不填的表单项（takes）`, en: `${field} is none of what the act takes` },
    advice: { zh: '把它写进 takes:，或从 empties: 里去掉。', en: 'Add it to takes:, or take it out of empties:.' },
  }),
  'restates-without-stating': ({ field }) => ({
    message: { zh: `${field} 不是这一行为要填的表单项（needs、takes）`, en: `${field} is none of what the act needs or takes` },
    advice: {
      zh: '把它写进 needs: 或 takes:，或从 restates: 里去掉。',
      en: 'Add it to needs: or takes:, or take it out of restates:.',
    },
  }),
  'restates-for-nobody': () => ({
    message: { zh: 'restates 只用于平台也办的、整件事项的行为', en: 'restates is for acts of the matter that the platform does' },
    advice: { zh: '在 by: 里加上 system，或去掉 restates。', en: 'Add system to by:, or remove restates.' },
  }),
  'wrong-field-type': ({ field, type }) => ({
    message: { zh: `这里的表单项 ${field} 应当是 ${type} 类型`, en: `the field ${field} must be of type ${type} here` },
    advice: { zh: `换一个表单项，或把它的类型改为 ${type}。`, en: `Name another field, or make its type ${type}.` },
  }),
  'next-of-share': () => ({
    message: { zh: '承办环节不能自动转移', en: 'a stage of an assignment does not move on by itself' },
    advice: { zh: '去掉 next:，改由行为转移。', en: 'Remove next: and let an act move it.' },
  }),
  'no-months': () => ({
    message: { zh: '预警梯级不能按月计', en: 'a rung is not counted in months' },
    advice: { zh: '改用 workdays、calendarDays、hours 或 minutes。', en: 'Use workdays, calendarDays, hours or minutes.' },
  }),
  'no-identity-here': ({ field }) => ({
    message: {
      zh: `${field} 是身份信息，机构义务里不能填`,
      en: `${field} is a field of identity: a duty of the office cannot state it`,
    },
    advice: { zh: '去掉它；通报、统计里不写来信人是谁。', en: 'Leave it out: bulletins and statistics name no writer.' },
  }),
  'no-office': ({ word }) => ({
    message: { zh: `${word} 不是机构，也不是领导`, en: `${word} is neither an office nor a leader` },
    advice: {
      zh: '机构义务由 kind: office 或 leader 的角色承担。',
      en: 'A duty of the office is held by a role of kind office or leader.',
    },
  }),
  'names-no-holder': ({ names, field }) => ({
    message: { zh: `${names}In 写的 ${field} 说不出由谁承担`, en: `${names}In: ${field} says nobody who could owe it` },
    advice: {
      zh: 'unitIn 写类型是 unit 的表单项，承担的角色是 kind: unit；personIn 写类型是 person 的表单项；两样只写一样。',
      en: 'unitIn names a field of type unit, for a role of kind unit; personIn a field of type person; write one of the two.',
    },
  }),
  'not-in-force-days': () => ({
    message: { zh: '施行日晚于失效日', en: 'it ends before it begins' },
    advice: { zh: '改正 from 或 to；没有失效日的写 to: null。', en: 'Correct from or to; without an end write to: null.' },
  }),
}

const kinds: Readonly<Record<string, Words>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  tuple: { zh: '列表', en: 'a list' },
  object: { zh: '键值', en: 'a mapping' },
  record: { zh: '键值', en: 'a mapping' },
  null: { zh: '空', en: 'nothing' },
}

/** Names of kinds, said one after the other. */
function kindsIn(text: string | undefined, lang: 'zh' | 'en'): string {
  const said = [...new Set((text ?? '').split(' ').map((kind) => kinds[kind]?.[lang] ?? kind))]
  return said.join(lang === 'zh' ? '、' : ' or ')
}
