import type { FindingText } from './finding-text-table.js'

/** What findings say of records inside a matter, and of people on lists. */
export const itemFindingTexts: Readonly<Record<string, FindingText>> = {
  'only-for-items': ({ key }) => ({
    message: { zh: `${key} 只用于逐项填写的表单项（type: items）`, en: `${key} is only for fields of type items` },
    advice: { zh: `去掉 ${key}，或写 type: items。`, en: `Remove ${key}, or write type: items.` },
  }),
  'not-in-an-item': ({ field }) => ({
    message: { zh: `${field} 不能是子项的内容`, en: `${field} cannot be stated of an item` },
    advice: {
      zh: '身份信息、附件、承办单位和子项属于整件事项。请用文字、选项、数字、日期、期限、单位或者人员。',
      en: 'Identity, attachments, units and items belong to the matter. Use a text, a choice, a number, a day, a limit, a unit or a person.',
    },
  }),
  'only-for-text': ({ key }) => ({
    message: { zh: `\`${key}\` 只用于 type: text 的填写项`, en: `\`${key}\` is only for fields of type text` },
    advice: { zh: `去掉 \`${key}\`，或把类型改为 text`, en: `take \`${key}\` out, or make the field a text` },
  }),
  'staff-field-asked': ({ field }) => ({
    message: {
      zh: `${field} 只由工作人员填写，来信人却必须填写它才能办`,
      en: `${field} is for staff alone, and a requester has to state it here`,
    },
    advice: {
      zh: '从 needs 移到 takes，或写进 needsWhen，或去掉 forStaff。',
      en: 'Move it from needs to takes or to needsWhen, or take forStaff out.',
    },
  }),
  'not-prefilled': ({ key, word }) => ({
    message: {
      zh: `\`prefill: ${key}\` 只用于这些类型的填写项：${word}`,
      en: `\`prefill: ${key}\` is only for fields of these types: ${word}`,
    },
    advice: { zh: '去掉 `prefill`，或改类型', en: 'take `prefill` out, or change the type' },
  }),
  'only-for-requesters': ({ key }) => ({
    message: {
      zh: `${key} 只用于填写名单上的人的表单项（type: requesters）`,
      en: `${key} is only for fields of type requesters`,
    },
    advice: { zh: `去掉 ${key}，或写 type: requesters。`, en: `Remove ${key}, or write type: requesters.` },
  }),
  'only-for-people': ({ key }) => ({
    message: {
      zh: `${key} 只用于填写人的表单项（type: person 或 people）`,
      en: `${key} is only for fields of type person or people`,
    },
    advice: { zh: `去掉 ${key}，或写 type: person 或 people。`, en: `Remove ${key}, or write type: person or people.` },
  }),
  'only-for-acts-of-items': ({ key }) => ({
    message: { zh: `${key} 只用于子项的行为`, en: `${key} is only for acts of an item` },
    advice: { zh: `去掉 ${key}，或在 of 写明子项。`, en: `Remove ${key}, or name the items in of.` },
  }),
  'only-for-stages-of-matter': ({ key }) => ({
    message: { zh: `${key} 只用于整件事项的环节`, en: `${key} is only for stages of the matter` },
    advice: { zh: `去掉 ${key}。`, en: `Remove ${key}.` },
  }),
  'not-for-each': ({ item }) => ({
    message: { zh: `${item} 不能逐人各立一项`, en: `${item} cannot be added for each of them` },
    advice: {
      zh: '这样的子项只须写明一个表单项（needs）：名单上的人用 requesters，工作人员用 person。',
      en: 'Such items need one field and no other: of type requesters for people on a list, of type person for staff.',
    },
  }),
}
