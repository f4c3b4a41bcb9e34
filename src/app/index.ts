// What routes and commands need to name of the store passes through here.
export {
  type AttachmentInfo,
  BadPageKey,
  calledFrom,
  Destroyed,
  type MatterFilter,
  type Page,
  StoreUnavailable,
} from '../store/index.js'
export { actOutlook } from './acting/act-outlook.js'
export { forgetDraft, listDrafts, readDraft, saveDraft } from './acting/drafts.js'
export { intakeActs } from './acting/intake.js'
export { neededFields } from './acting/needed-fields.js'
export { byCalendar, byImport, byRequester, byStaff, type Opener } from './acting/opener.js'
export { recordAct } from './acting/record-act.js'
export { submitMatter } from './acting/submit-matter.js'
export { undoAct } from './acting/undo-act.js'
export { actDoneView } from './acting/view-act-done.js'
export { listAccounts, putAccount, putUnits } from './administration/change-staff.js'
export { listColleagues } from './administration/colleagues.js'
export { listGovernments, readGovernment } from './administration/governments.js'
export * from './administration/index.js'
export { listRegulations, readRegulation } from './administration/regulations.js'
export { firstLink, linkShut, setUp } from './administration/setup.js'
export { programAtDoor } from './administration/view-government.js'
export { momentAsked } from './as-of.js'
export * from './assessment/index.js'
export { answersOf } from './bulletins/answers.js'
export { readDigest } from './bulletins/digest.js'
export { digestSheet } from './bulletins/digest-sheet.js'
export { listContainers, readContainer } from './container/index.js'
export type { Deps, Passwords, Viewer } from './deps.js'
export { doneToday } from './desk/done-today.js'
export { leaderDesk } from './desk/leader-desk.js'
export { type DutyShow, listDuties } from './desk/list-duties.js'
export { listMatters } from './desk/list-matters.js'
export { newsOf } from './desk/news-of.js'
export { listNotices, markNoticesRead } from './desk/notices.js'
export { otherDesks } from './desk/other-desks.js'
export { listWork, readDesk } from './desk/read-desk.js'
export * from './documents/index.js'
export { openGuesses } from './entry/guesses.js'
export { addressIn, linesOfASite, networksOf } from './entry/networks.js'
export { openProofs } from './entry/proofs.js'
export { findSignedIn, signOut } from './entry/session.js'
export { sessionLastsMs, signIn } from './entry/sign-in.js'
export type { SignedIn } from './entry/signed-in.js'
export { largestFile, type OpenFile, readAttachment, saveAttachment } from './files/attachments.js'
export { openSealedFile } from './files/open-sealed-file.js'
export { withFolderAside } from './files/put-aside.js'
export { openUploads } from './files/uploads.js'
export * from './followed/index.js'
export { gateOf } from './gate.js'
export {
  columnsOf,
  type FileReport,
  type ImportFileAsked,
  type ImportPreview,
  importFile,
  previewFile,
} from './imports/import-file.js'
export { type ImportReport, importMatters } from './imports/import-matters.js'
export { importUpload, largestImport, previewUpload, type UploadedTable } from './imports/import-upload.js'
export { type RefusedRows, refusedRowsIn } from './imports/refused-table.js'
export * from './known/index.js'
export { type LedgerFormat, ledgerFile, ledgerFor } from './ledger/export-ledger.js'
export * from './ledger/index.js'
export { keepLedgerLayout, ledgerHeads, lookAtLedger, removeLedgerLayout } from './ledger/ledger-layouts.js'
export { gateFor, givenOf } from './matter/open-matter.js'
export { readMatter, readTimeline } from './matter/read-matter.js'
export * from './notes/index.js'
export { isOwn, NoRegulation, type Office, type Offices, openOffices } from './office.js'
export { carryApart, listOfficeDuties } from './office-duties/index.js'
export type { Failure, FailureCode, Outcome } from './outcome.js'
export * from './overview/index.js'
export { changeOwnPassword, endOwnSessions, readOwnAccount } from './own/own-account.js'
export { beginSecondFactor, confirmSecondFactor, removeSecondFactor } from './own/second-factor.js'
export * from './package/index.js'
export * from './patterns/index.js'
export { markProjected, reprojectChanged } from './records/reproject.js'
export { runTimers } from './records/run-timers.js'
export { startTimer } from './records/start-timer.js'
export { verifyRecords } from './records/verify-records.js'
export * from './regulation-page/index.js'
export { simulate } from './regulation-page/simulate.js'
export * from './rehearsal/index.js'
export { checkReply } from './reply/reply-check.js'
export * from './reports/index.js'
export { findRequester } from './requester/find-requester.js'
export { type OutgoingMessage, outgoingMessage } from './requester/outgoing-message.js'
export { listPublished, readPublicFile, readPublished } from './requester/published.js'
export { renewCode } from './requester/renew-code.js'
export { revealIdentity } from './requester/reveal-identity.js'
export {
  actAsRequester,
  knock,
  type OwnMatter,
  packOwn,
  readOwnAttachment,
  requester,
  trackMatter,
} from './requester/track-matter.js'
export * from './retention/index.js'
export * from './roster/index.js'
export { choose, finishSelection, listSelections, readCandidates } from './selections/index.js'
export * from './statistics/index.js'
export { TableRefused } from './tables/table-refused.js'
export { readThread } from './thread/index.js'
export { failure, problemSaid } from './view-failure.js'
export { type Words, wordsOf } from './words/index.js'
