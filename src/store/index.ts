export type { Store } from './store.js'
export * from './types.js'
