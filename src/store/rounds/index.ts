export { roundMethods } from './round-methods.js'
export type { ApartEvent, RoundRow, RoundStore } from './types.js'
