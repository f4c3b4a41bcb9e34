export type { MailFile } from './read-letter.js'
export { largestMail, mailFiles, mailTooLarge, type ReadMail, readMail } from './read-mail.js'
