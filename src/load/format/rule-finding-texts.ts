import type { FindingText } from './finding-text-table.js'

/** What the checks of the rules say: what makes no sense though it is well written. */
export const ruleFindingTexts: Readonly<Record<string, FindingText>> = {
  'nothing-starts': () => ({
    message: { zh: '没有一个行为能立案', en: 'no act opens a matter' },
    advice: { zh: '给第一个行为写上 starts: 环节。', en: 'Give the first act starts: <stage>.' },
  }),
  'meaning-absent': ({ draft }) => ({
    message: { zh: '没有写明各项的含义（meaning）', en: 'the regulation does not say what its names mean (meaning)' },
    advice: {
      zh: `列表、统计、公开页靠它认出标题、来信、答复和各种情况。按名称猜的样子如下，核对后放进文件；没有的写 none。\n${draft}`,
      en: `Lists, figures and public pages know title, letter, answer and what happened by it. A guess by their names follows: read it over and put it into the file; what there is none of is \`none\`.\n${draft}`,
    },
  }),
  'meaning-silent': ({ word, offered }) => ({
    message: { zh: `meaning 没有写明 ${word}`, en: `meaning does not say ${word}` },
    advice: {
      zh: `写 ${word}: …，没有的写 ${word}: none。看起来可能是：${offered}`,
      en: `Write ${word}: …, or ${word}: none where there is none. It may be: ${offered}`,
    },
  }),
  'excluding-nothing': ({ figure }) => ({
    message: {
      zh: `指标 ${figure} 要剔除，而没有行为会剔除（meaning.marks.excluded）`,
      en: `the figure ${figure} leaves out what no act leaves out (meaning.marks.excluded)`,
    },
    advice: {
      zh: '写明哪个行为决定剔除：meaning.marks.excluded；没有的，去掉 excluding。',
      en: 'Say which act decides it in meaning.marks.excluded, or take excluding away.',
    },
  }),
  'counts-nothing': ({ word }) => ({
    message: { zh: `指标统计 ${word}，而本办法没有（none）`, en: `a figure counts ${word}, of which this regulation has none` },
    advice: {
      zh: '改为 meaning.marks 里有的标记，或者去掉这个指标。',
      en: 'Name a mark that meaning.marks has, or take the figure away.',
    },
  }),
  'public-as-written': ({ field, act, publishing }) => ({
    message: {
      zh: `公众会读到 ${field}，而它是 ${act} 写的：没有人照公众的眼光看过`,
      en: `the public reads ${field}, which ${act} states: nobody has looked at it as the public will`,
    },
    advice: {
      zh: `另设一项写 redacts: ${field}，由公开的行为（meaning.marks.published：${publishing}）写明，把它放进 visibility.public.fields。`,
      en: `Give a field of its own redacts: ${field}, let the publishing act (meaning.marks.published: ${publishing}) state it, and list that in visibility.public.fields.`,
    },
  }),
  'sight-not-weighed': ({ fields }) => ({
    message: {
      zh: `谁能看到，取决于 ${fields}：列表和查找不能据此取舍`,
      en: `who sees the matter hangs on ${fields}, which lists and searches cannot go by`,
    },
    advice: {
      zh: '看到的人写成单位或人员类型的项；随日子变的，由一个行为写明。',
      en: 'Name whoever sees it in a field of type unit or person; what changes with the day, let an act state.',
    },
  }),
  'role-nobody-holds': ({ role }) => ({
    message: {
      zh: `${role} 在这里没有账号：没有人能做，没有人的待办里有它`,
      en: `${role} has no account here: nobody does it, and it is on no desk`,
    },
    advice: {
      zh: '由本机关的人登记他们办了什么：by 或者 holder 写登记的人。',
      en: 'Let somebody here record what they did: name whoever records it in by, or as holder.',
    },
  }),
  'share-not-awaited': ({ stage, share }) => ({
    message: {
      zh: `环节 ${stage} 等各单位，没有写到了 ${share} 的怎么办：全都到了那里，就再也走不出去`,
      en: `the stage ${stage} waits for the shares and does not say what if they are ${share}: where all are, nothing leaves it`,
    },
    advice: {
      zh: '在 next 里再写一条，比如 assignments: { every: [退回的环节] }；或者加一个离开它的行为。',
      en: 'Add a passage to next, such as assignments: { every: [that stage] }, or an act that leaves the stage.',
    },
    level: 'warning',
  }),
  'shares-without-end': ({ stages }) => ({
    message: { zh: `承办环节 ${stages} 互相转来转去，没有了结`, en: `shares go round among ${stages} and never come to rest` },
    advice: {
      zh: '补一个让它了结的行为：转到 end: true 或者 heldBy: nobody 的环节。',
      en: 'Add an act that lets a share come to rest: to a stage with end: true or heldBy: nobody.',
    },
    level: 'warning',
  }),
  'limit-not-stated': ({ field, type }) => ({
    message: {
      zh: `期限听 ${field}，它是 ${type}，读不出期限`,
      en: `the limit is read from ${field}, a ${type}, which states none`,
    },
    advice: {
      zh: '写成 type: limit：那里既能写几天，也能写到哪一天。',
      en: 'Give it type: limit: a length or a day can be stated there.',
    },
  }),
  'limit-of-nothing': ({ field }) => ({
    message: {
      zh: `${field} 可以写成 0：写的那天就到期`,
      en: `${field} may be stated as 0: it is over on the day it is stated`,
    },
    advice: {
      zh: '加 least: 1；就是要当天办完的，写 least: 0；只能写到哪一天的，写 units: on。',
      en: 'Add least: 1; least: 0 where the same day is meant; units: on where only a day can be meant.',
    },
    level: 'warning',
  }),
  'stage-without-exit': ({ stage }) => ({
    message: { zh: `环节 ${stage} 走不出去`, en: `nothing leaves the stage ${stage}` },
    advice: {
      zh: '补一个离开它的行为；确是终点的写 end: true，无人经手的写 heldBy: nobody。',
      en: 'Add an act that leaves it; write end: true if it is an end, heldBy: nobody if nobody has it in hand.',
    },
    level: 'warning',
  }),
  'stage-unreachable': ({ stage }) => ({
    message: { zh: `环节 ${stage} 到不了`, en: `nothing leads to the stage ${stage}` },
    advice: { zh: '补一个到它的行为，或删去。', en: 'Add an act that leads to it, or remove it.' },
    level: 'warning',
  }),
  'act-impossible': ({ act }) => ({
    message: { zh: `行为 ${act} 永远做不了`, en: `the act ${act} can never be done` },
    advice: {
      zh: '它的 from 都到不了，或被无条件禁止，或只由平台来做却没有行为带出它（follows）。',
      en: 'Its `from` is never reached, it is always forbidden, or only the platform does it and nothing is followed by it.',
    },
    level: 'warning',
  }),
  'follows-elsewhere': ({ act, other }) => ({
    message: {
      zh: `${act} 带出 ${other}，而做完 ${act} 时的环节都不在 ${other} 的 from 里`,
      en: `${act} is followed by ${other}, which starts from none of the stages that ${act} leaves a matter in`,
    },
    advice: {
      zh: '把带出它的行为做完时所在的环节写进它的 from，或去掉 follows。',
      en: 'Add to its `from` the stage in which the act before it leaves the matter, or take the `follows` out.',
    },
  }),
  'many-shown-states': () => ({
    message: { zh: '对外状态超过六个', en: 'more than six shown states' },
    advice: { zh: '群众看的状态要少而明白，合并几个。', en: 'People need few and plain states; join some.' },
    level: 'warning',
  }),
  'item-never-stated': ({ item }) => ({
    message: { zh: `没有行为写明“${item}”`, en: `no act states a ${item}` },
    advice: {
      zh: '写一个 type: items、of 是它的表单项，并让某个行为填写；或者去掉这种子项。',
      en: 'Add a field of type items that is of it and let an act state it, or remove the kind.',
    },
  }),
  'duty-ends-unmet': ({ duty, stage, act }) => ({
    message: {
      zh: `这个例子办“${act}”后到“${stage}”，${duty} 没有办就作罢了，办法和例子都没有说该这样`,
      en: `with ${act} this example comes to ${stage}, and ${duty} ends unmet; neither the rules nor an example say that it may`,
    },
    advice: {
      zh: `不该作罢的，用 prohibitions 挡住 ${act}，或在它的 needsWhen 里要求写明理由；条款说作罢的，写进 ${duty} 的 cancelledBy；随事项一起了结的，在例子里写明：expect: { noDuties: [${duty}] }。`,
      en: `If it must not, let a prohibition keep ${act} from it, or its needsWhen ask for the reason; if a clause says so, name ${act} in cancelledBy of ${duty}; if it ends with its matter, say so in an example: expect: { noDuties: [${duty}] }.`,
    },
    level: 'warning',
  }),
  'duty-never-met': ({ duty }) => ({
    message: { zh: `义务 ${duty} 没有行为能履行`, en: `nothing meets the duty ${duty}` },
    advice: { zh: '写上 metBy:，其中的行为要做得了。', en: 'Write metBy: with an act that can be done.' },
  }),
  'duty-never-lapses': ({ duty }) => ({
    message: { zh: `义务 ${duty} 写了到期了结，却没有期限`, en: `the duty ${duty} lapses, and has no due time` },
    advice: { zh: '写上 within:，或去掉 lapses:。', en: 'Write within:, or take lapses: out.' },
  }),
  'matter-unnamed': ({ draft }) => ({
    message: { zh: '没有写明这里的事项叫什么', en: 'nothing says what a matter is called here' },
    advice: {
      zh: `写上 matter:，页面上照它说话。照标题猜是 matter: ${draft}`,
      en: `Write matter:, pages are worded with it. By the title it is likely matter: ${draft}`,
    },
    level: 'warning',
  }),
  'duty-on-no-desk': ({ duty }) => ({
    message: { zh: `义务 ${duty} 不在任何人的待办里`, en: `the duty ${duty} stands on nobody's desk` },
    advice: {
      zh: '由单位承担、又不在它那一份里的，写明是哪个单位：unitIn: 表单项。',
      en: 'A unit owes it outside its share: say which unit, unitIn: with a field of type unit.',
    },
  }),
  'duty-out-of-sight': ({ duty, role, field }) => ({
    message: {
      zh: `${role} 只有 ${field} 写明的才看得到，而这一项可以不填：义务 ${duty} 就没有人看得到`,
      en: `${role} sees the matter only if ${field} names them, which may stay empty: nobody sees the duty ${duty} then`,
    },
    advice: {
      zh: `在须要的时候一定填写：needsWhen: [ { fields: [${field}], when: … } ]。`,
      en: `Ask for it where it matters: needsWhen: [ { fields: [${field}], when: … } ].`,
    },
    level: 'warning',
  }),
  'duty-on-other-desks': ({ duty, field }) => ({
    message: {
      zh: `义务 ${duty} 只有 ${field} 写明的那一个能履行，却在每个人的待办里`,
      en: `only the one that ${field} names can meet ${duty}, yet it stands on every desk of the role`,
    },
    advice: { zh: `写上 personIn: ${field}（单位写 unitIn）。`, en: `Write personIn: ${field} (unitIn for a unit).` },
    level: 'warning',
  }),
  'duty-met-by-empty-act': ({ duty, act }) => ({
    message: {
      zh: `义务 ${duty} 什么也不写明就算履行了：${act} 的各项都可以空着`,
      en: `the duty ${duty} is met with nothing stated: everything in ${act} may be left empty`,
    },
    advice: {
      zh: `至少写明怎样办的、结果如何：把 ${act} 的这几项放进 needs。`,
      en: `Ask at least how it was done and what came of it: move those fields of ${act} to needs.`,
    },
    level: 'warning',
  }),
  'duty-never-opened': ({ duty }) => ({
    message: { zh: `义务 ${duty} 永远不会产生`, en: `the duty ${duty} never opens` },
    advice: { zh: '它的 opens 都不会发生。', en: 'Nothing in its `opens` ever happens.' },
    level: 'warning',
  }),
  'duty-never-resumed': ({ duty }) => ({
    message: { zh: `义务 ${duty} 停计后不能恢复`, en: `the clock of ${duty} is stopped and never goes on` },
    advice: { zh: '写上 resumedBy:。', en: 'Write resumedBy:.' },
    level: 'warning',
  }),
  'rung-never-reached': ({ rung }) => ({
    message: { zh: `梯级 ${rung} 永远到不了：义务没有期限`, en: `the rung ${rung} is never reached: the duty has no limit` },
    advice: { zh: '给义务写 within:，或删去梯级。', en: 'Give the duty within:, or remove the rung.' },
    level: 'warning',
  }),
  'rung-at-once': ({ rung }) => ({
    message: {
      zh: `梯级 ${rung} 一产生就到：提前量不短于期限`,
      en: `the rung ${rung} is reached at once: it comes before the whole limit`,
    },
    advice: { zh: '把 before 改短。', en: 'Make `before` shorter.' },
    level: 'warning',
  }),
  'rung-idle': ({ rung }) => ({
    message: { zh: `梯级 ${rung} 什么也不做`, en: `the rung ${rung} does nothing` },
    advice: { zh: '写上 alert、urge、deduct、refer 或 criticisms。', en: 'Give it alert, urge, deduct, refer or criticisms.' },
    level: 'warning',
  }),
  'grant-without-amount': ({ act, field }) => ({
    message: {
      zh: `同意延期的行为 ${act} 没有写明延多久（${field}）`,
      en: `${act} grants an extension but does not state ${field}`,
    },
    advice: { zh: `在 ${act} 的 needs 里加上 ${field}。`, en: `Add ${field} to the needs of ${act}.` },
  }),
  'field-never-written': ({ field }) => ({
    message: { zh: `这里看 ${field}，但没有行为填写它`, en: `this reads ${field}, which no act ever states` },
    advice: { zh: '在某个行为的 needs、takes 或 sets 里写上它。', en: 'Name it in the needs, takes or sets of an act.' },
    level: 'warning',
  }),
  'fact-of-another-clause': ({ field, act, clause }) => ({
    message: {
      zh: `这里看的 ${field} 由 ${act} 写明，那是另一条（${clause}）的事`,
      en: `this hangs on ${field}, which ${act} states under another clause (${clause})`,
    },
    advice: {
      zh: '两条各认定各的，就分成两项；同一个事实两条都用，就在这一项上写出两条的 clause。',
      en: 'Where each clause has a finding of its own, give each a field; where both use one fact, cite both on the field.',
    },
    level: 'warning',
  }),
  'requirement-too-late': ({ field, act }) => ({
    message: {
      zh: `这项要件取决于 ${field}，而等 ${act} 不能再办时才有人写明它`,
      en: `this requirement hangs on ${field}, which can be stated only when ${act} can no longer be done`,
    },
    advice: {
      zh: `让 ${act} 以前的行为写明 ${field}，或者换一个条件。`,
      en: `Let an act before ${act} state ${field}, or ask for something else.`,
    },
    level: 'warning',
  }),
  'prohibition-too-late': ({ field, act }) => ({
    message: {
      zh: `这条禁止看 ${field}，而能填写它的时候，${act} 已经做不了了`,
      en: `this prohibition hangs on ${field}, which can be stated only when ${act} can no longer be done`,
    },
    advice: {
      zh: `让 ${act} 自己或它之前的行为填写 ${field}。`,
      en: `Let ${act} itself, or an act before it, state ${field}.`,
    },
    level: 'warning',
  }),
  'stated-never-corrected': ({ field, duty }) => ({
    message: {
      zh: `${duty} 的期限按 ${field} 计算，而 ${field} 填错了没有行为可以更正`,
      en: `the limit of ${duty} hangs on ${field}, and no act can put a ${field} right that was stated wrongly`,
    },
    advice: {
      zh: `写一个更正的行为：corrects: true，needs: [${field}, reason]，写明谁可以更正（by）、在哪些环节（from）；先后两次填写的都留在经过里。`,
      en: `Write an act that puts it right: corrects: true, needs: [${field}, reason], and say who may (by) and where (from); both statements stay in the timeline.`,
    },
    level: 'warning',
  }),
  'stage-moved-by-time': ({ stage, duty }) => ({
    message: {
      zh: `${stage} 要等 ${duty} 到期没有人办才往下走，可是只有办了一件事才会往下走`,
      en: `${stage} is to be left as ${duty} falls due unmet, and a matter is moved on by acts alone`,
    },
    advice: {
      zh: '写一个行为，when 里写 duty: lapsed（overdue），再写一项到期才有的义务（opens: { due: … }）让人去办。',
      en: 'Write an act for it whose `when` asks for duty: lapsed (or overdue), and a duty that opens with the due time (opens: { due: … }) so that somebody does it.',
    },
    level: 'warning',
  }),
  'open-lapses-when-overdue': ({ duty }) => ({
    message: {
      zh: `只写 ${duty}: open，一逾期就不成立了`,
      en: `it asks for ${duty} to be open alone, and no longer holds once it is overdue`,
    },
    advice: {
      zh: '逾期以后也可以的，写 [open, overdue]；就是要在到期以前的，在 note 里写明。',
      en: 'Write [open, overdue] if it holds then too; if it is meant to end with the due time, say so in a note.',
    },
    level: 'warning',
  }),
  'never-used': ({ word }) => ({
    message: { zh: `${word} 没有用到`, en: `${word} is never used` },
    advice: { zh: '用上它，或删去。', en: 'Use it, or remove it.' },
    level: 'warning',
  }),
  'cites-nothing': () => ({
    message: { zh: '这条规则没有写明依据的条款', en: 'this rule cites no clause' },
    advice: {
      zh: '写上 clause:；依据整部规定的写 clause: "*"。',
      en: 'Write clause:, or clause: "*" for the regulation as a whole.',
    },
    level: 'warning',
  }),
  'clause-by-name-only': ({ clause }) => ({
    message: {
      zh: `条款 ${clause} 写的是由规则执行，引用它的却只是名称：角色、环节，或可以不填的项`,
      en: `clause ${clause} is said to be executed, but only names cite it: a role, a stage, a field that may stay empty`,
    },
    advice: {
      zh: '在执行它的行为、义务、禁止里引用；没有这样的规则，就改 status 并写 why。',
      en: 'Cite it in the act, duty or prohibition that executes it; where there is none, change status and write why.',
    },
    level: 'warning',
  }),
  'clause-without-rule': ({ clause }) => ({
    message: {
      zh: `条款 ${clause} 写的是由规则执行，但没有规则引用它`,
      en: `clause ${clause} is said to be executed, but no rule cites it`,
    },
    advice: {
      zh: '在执行它的规则里引用，或把 status 改为 form、judgement、not-covered 并写 why。',
      en: 'Cite it in the rule that executes it, or set status to form, judgement or not-covered, with why.',
    },
    level: 'warning',
  }),
  'clause-without-status': ({ clause }) => ({
    message: { zh: `条款 ${clause} 没有写 status`, en: `clause ${clause} has no status` },
    advice: { zh: '写 executed、form、judgement 或 not-covered。', en: 'Write executed, form, judgement or not-covered.' },
    level: 'warning',
  }),
  'reading-without-words': ({ id }) => ({
    message: {
      zh: `取舍 ${id} 的另一种读法没有话可说，页面上看不到`,
      en: `another reading of ${id} has no words, and is left out on the page`,
    },
    advice: {
      zh: '写成 { zh: …, en: … }，或者写办法里有名称的行为、角色、环节、选项。',
      en: 'Write { zh: …, en: … }, or an act, role, stage or option that has a name here.',
    },
    level: 'warning',
  }),
  'name-without-english': ({ count, names }) => ({
    message: {
      zh: `有 ${count} 处只有中文，读英文的人看到的也是中文`,
      en: `${count} names are in Chinese only: whoever reads English meets Chinese`,
    },
    advice: {
      zh: `写成 { zh: …, en: … }：${names}`,
      en: `Write { zh: …, en: … }: ${names}`,
    },
    level: 'warning',
  }),
  'clause-without-why': ({ clause }) => ({
    message: { zh: `条款 ${clause} 不由规则执行，但没有写 why`, en: `clause ${clause} is not executed and does not say why` },
    advice: { zh: '写上 why: 由什么承载，或为何没有。', en: 'Write why: what carries it, or why nothing does.' },
    level: 'warning',
  }),
}
