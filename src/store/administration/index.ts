export { type AdministrationStore, administrationMethods, type Changing } from './methods.js'
export type * from './types.js'
