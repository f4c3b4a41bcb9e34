export { officeEventColumns } from './office-record.js'
export { officeRecordMethods } from './office-record-methods.js'
export type { LoadedOfficeRecord, OfficeAppend, OfficeDue, OfficeRecordStore } from './types.js'
