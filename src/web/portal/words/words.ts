import type { Lang } from '../../../contract/index.js'
import { en } from './en.js'
import { type Words, zh } from './zh.js'

export type { Words }

export const portalWords: Readonly<Record<Lang, Words>> = { zh, en }
