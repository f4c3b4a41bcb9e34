import type { GovernmentView, Lang } from '../../contract/index.js'
import { portalWords, type Words } from './words/words.js'

/** What every page needs to know: in which language and type, of which government, and where it stands. */
export type PageContext = {
  readonly lang: Lang
  /** 关怀版: large type. */
  readonly isLarge: boolean
  /** Null on pages of no government. */
  readonly government: GovernmentView | null
  /** The page's own address without a query, for the switches of language and type. */
  readonly here: string
  readonly assets: { readonly style: string; readonly script: string; readonly solver: string }
}

export const wordsOf = ({ lang }: { readonly lang: Lang }): Words => portalWords[lang]

/** On an English page, marks what people wrote as Chinese, so that it is read aloud as such. */
export const writtenIn = ({ lang }: { readonly lang: Lang }): string | undefined => (lang === 'en' ? 'zh-CN' : undefined)

/** An address below the government's own. */
export const placeOf = (government: { readonly id: string }, path = ''): string => `/${government.id}/${path}`
