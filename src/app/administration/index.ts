export { type AuditAsked, readAudit } from './audit.js'
export { changeCalendar, previewCalendar, readLocalCalendar } from './calendar.js'
export { readChecklist, tickOff } from './checklist.js'
export { largestEmblem, readEmblem, removeEmblem, setEmblem } from './emblem.js'
export { changeForm, readFormSettings } from './form.js'
export {
  type Added,
  type AddedByMachine,
  type AddRefused,
  addGovernment,
  addGovernmentFor,
  previewGovernment,
  readFurtherGovernments,
} from './further-government.js'
export { changeGovernment, readGovernmentSettings, recordRenewal } from './government.js'
export { type GrantRefused, grantRole } from './grant-role.js'
export { takeUpKind, takeUpKindFor } from './kinds.js'
export { type LetIn, type LetInRefused, letIn } from './let-in.js'
export { listPeople } from './list-people.js'
export { changeLogDays, type KeepLogRefused, keepLogFor } from './log-days.js'
export { addPerson, changePerson, forgetSecondFactor, linkForPerson } from './people.js'
export { recordExport, recordPrint, recordRead, recordRefused } from './record-access.js'
export { endRehearsal, moveClock, startRehearsal } from './rehearsal.js'
export { findAccountLink, setPassword, signInPlaceOf } from './set-password.js'
export { listStandardTexts, offerStandardTexts, removeStandardText, saveStandardText } from './standard-texts.js'
export { addSubstitute, endSubstitute } from './substitutes.js'
export { addUnit, changeUnit, listUnitsOverTime } from './units.js'
export { changeVersion, changeVersionFor, previewVersion } from './versions.js'
export { vouchForPerson } from './vouch.js'
