export { listsIn } from './lists.js'
export { standAsOf } from './stand-as-of.js'
export type { Lists, PastAsked, PastLife } from './types.js'
