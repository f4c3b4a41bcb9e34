export { holding, overlayWith } from './calendar-changes.js'
export { type AdministrationStore, administrationMethods, type Changing } from './methods.js'
export type * from './types.js'
