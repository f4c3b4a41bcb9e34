export { beginRehearsal, discardRehearsal, listRehearsals } from './begin.js'
export { lettersFor, receiveLetters } from './letters.js'
export { dayOn, readRehearsal, type SteppedIn, stepIn } from './play.js'
