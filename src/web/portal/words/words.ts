import type { Lang } from '../../../contract/index.js'
import { en } from './en.js'
import { zh } from './zh.js'

/** The portal's strings in one language. */
export type Words = typeof zh

export const portalWords: Readonly<Record<Lang, Words>> = { zh, en }
