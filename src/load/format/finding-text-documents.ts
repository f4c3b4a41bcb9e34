import type { FindingText } from './finding-text-table.js'

/** What may be wrong with documents and their templates. */
export const documentFindingTexts: Readonly<Record<string, FindingText>> = {
  'identity-in-document': ({ field }) => ({
    message: { zh: `文书不能自动填入身份信息 ${field}`, en: `a document is not filled in with ${field}: it is of identity` },
    advice: {
      zh: '改成由起草的人写（writes 里的一项），需要时先说明理由查看。',
      en: 'Let whoever drafts it write that (an entry of `writes`), opening it with a reason first.',
    },
  }),
  'no-template': ({ file }) => ({
    message: { zh: `没有模板文件 documents/${file}`, en: `there is no template documents/${file}` },
    advice: { zh: '把 Word 模板（.docx）放到办法文件夹的 documents 里。', en: "Put the Word file into the folder's documents/." },
  }),
  'broken-template': ({ text }) => ({
    message: { zh: `模板读不懂：${text}`, en: `the template cannot be read: ${text}` },
    advice: {
      zh: '用 Word 打开，检查第几段的花括号：{名称} 填值，{#名称}…{/名称} 成对。行号是模板里的第几段。',
      en: 'Open it in Word and look at the braces: {name} is filled in, {#name}…{/name} go in pairs. The line is the paragraph.',
    },
  }),
  'no-word-file': () => ({
    message: { zh: '这不是 Word 文件（.docx）', en: 'this is no Word file (.docx)' },
    advice: {
      zh: '用 Word 打开模板，另存为 .docx，放回原处。',
      en: 'Open the template in Word, save it as .docx and put it back.',
    },
  }),
  'template-reaches-out': () => ({
    message: {
      zh: '模板引用外部内容、带宏或太大',
      en: 'the template fetches something from elsewhere, holds macros, or is too large',
    },
    advice: {
      zh: '在 Word 里断开链接的图片和模板，去掉宏和嵌入对象，再另存为 .docx。',
      en: 'In Word break links to pictures and templates, take out macros and embedded objects, and save it as .docx.',
    },
  }),
  'unknown-in-template': (args) => ({
    message: {
      zh: `模板里的 {${args.word}} 不是办法的表单项，也不是要写的文字`,
      en: `{${args.word}} in the template is no field of the regulation, and nothing that is written for it`,
    },
    advice: args.near
      ? { zh: `是不是想写：{${args.near}}`, en: `did you mean: {${args.near}}` }
      : { zh: `可以写：${args.allowed}`, en: `allowed: ${args.allowed}` },
  }),
  'identity-in-template': ({ word, field }) => ({
    message: { zh: `模板里的 {${word}} 是身份信息 ${field}`, en: `{${word}} in the template is ${field}, which is of identity` },
    advice: {
      zh: '改成由起草的人写（writes 里的一项），需要时先说明理由查看。',
      en: 'Let whoever drafts it write that (an entry of `writes`), opening it with a reason first.',
    },
  }),
  'undeclared-figure': (args) => ({
    message: {
      zh: `办法没有可以统计“${args.word}”的办理，文书不能问它`,
      en: `the regulation has nothing that “${args.word}” could count: a document cannot ask for it`,
    },
    advice: { zh: `可以问：${args.allowed}`, en: `it may ask for: ${args.allowed}` },
  }),
  'unknown-question': (args) => ({
    message: {
      zh: `“${args.word}”不是这份文书的统计项`,
      en: `“${args.word}” is no question of this document that one number answers`,
    },
    advice: args.near
      ? { zh: `是不是想写：${args.near}`, en: `did you mean: ${args.near}` }
      : { zh: `在 asks 里写上，或者改成：${args.allowed}`, en: `write it into \`asks\`, or choose: ${args.allowed}` },
  }),
  'gives-untaken': (args) => ({
    message: {
      zh: `签发时办理的行为不填 ${args.word}，文书给不了它`,
      en: `the act that issuing does takes no ${args.word}: the document cannot give it`,
    },
    advice: {
      zh: `写 does，并从行为的 needs、takes 里选：${args.allowed}`,
      en: `write \`does\`, and choose of what that act takes: ${args.allowed}`,
    },
  }),
  'signer-without-act': (args) => ({
    message: {
      zh: `${args.word} 签发这份文书，却不能办理签发时要办的行为`,
      en: `${args.word} issues this document, and may not do the act that issuing does`,
    },
    advice: { zh: `signs 里只写：${args.allowed}`, en: `let \`signs\` name only: ${args.allowed}` },
  }),
  'paper-without-share': (args) => ({
    message: {
      zh: `这份文书每个承办单位各自一份（of: assignment），${args.word} 却不在承办之内`,
      en: `each unit has its own of this document (\`of: assignment\`), and ${args.word} belongs to no share`,
    },
    advice: { zh: `只能写：${args.allowed}`, en: `name only: ${args.allowed}` },
  }),
  'replaced-role': (args) => ({
    message: {
      zh: `办法没有写角色 ${args.word}，这一类另有角色：谁也不是 ${args.word}，看不到、办不了这份文书`,
      en: `the regulation has other roles of its kind and no ${args.word}: nobody is that, to read, draft or issue the document`,
    },
    advice: { zh: `写上该看到、该办的：${args.allowed}`, en: `name those who are to: ${args.allowed}` },
  }),
}
