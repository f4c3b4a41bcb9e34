import type { Lang } from '../../contract/index.js'
import { type PaperTell, paperTells } from '../papers/paper-tells.js'

const names: Readonly<Record<Exclude<PaperTell, 'signed'>, Readonly<Record<Lang, string>>>> = {
  properties: { zh: '作者、单位等文件属性', en: 'its properties (author, organisation)' },
  remarks: { zh: '批注', en: 'comments of readers' },
  revisions: { zh: '修订记录', en: 'tracked changes' },
  hidden: { zh: '隐藏的内容', en: 'hidden content' },
  embedded: { zh: '嵌入的其他文件', en: 'other files within it' },
  pictures: { zh: '带有拍摄信息的图片', en: 'pictures that say where and with what they were taken' },
}

/** What a paper still tells beside its text, in one sentence; null: nothing that is known. */
export function paperWarning(tells: readonly string[], lang: Lang): string | null {
  const found = paperTells.filter((each) => tells.includes(each))
  if (found.length === 0) return null
  const signed = {
    zh: '文件带有签名，没有改动，作者等信息还在。',
    en: 'It is signed and was not changed: its author and the like are in it.',
  }
  if (found.includes('signed')) return signed[lang]
  const kept = found.flatMap((each) => (each === 'signed' ? [] : [names[each][lang]]))
  return lang === 'zh'
    ? `文件里还留有${kept.join('、')}，可能看出是谁写的。`
    : `It still holds ${kept.join(', ')}: these may tell who wrote it.`
}
