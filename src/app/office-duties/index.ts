export { carryApart } from './carry-apart.js'
export { listOfficeDuties } from './list-office-duties.js'
export { beginOffices, openRounds } from './open-rounds.js'
