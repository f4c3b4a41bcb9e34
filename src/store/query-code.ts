import { randomInt } from 'node:crypto'

/** No 0 O 1 I L: they are read out over the telephone and copied from paper. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** 查询码. What a requester needs besides the number. */
export const newQueryCode = (): string => Array.from({ length: 6 }, () => letters.charAt(randomInt(letters.length))).join('')

/** As people type it: small letters, blanks and dashes do no harm. */
export const plainCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase()
