export { roundMethods } from './round-methods.js'
export type { ApartEvent, RoundKey, RoundRow, RoundStore } from './types.js'
