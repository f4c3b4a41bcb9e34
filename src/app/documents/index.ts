export { draftDocument } from './draft-document.js'
export { type IssueAsked, issueDocument } from './issue-document.js'
export { listDocuments } from './list-documents.js'
export { matterSheet, type SheetAsked } from './matter-sheet.js'
export {
  changeTemplate,
  largestTemplate,
  listTemplates,
  removeTemplate,
  type TemplateAsked,
  templateFile,
} from './own-templates.js'
export { type PaperNamed, paperNamed } from './paper-named.js'
export { documentFile, documentPdf, type PaperFile, readDocument } from './read-document.js'
export { lockDocument, saveDocument } from './save-document.js'
export { spoilDocument } from './spoil-document.js'
