export { readNotes } from './read-notes.js'
export { type Whose, whoses } from './whose.js'
export { handOver, writeNote } from './write-note.js'
