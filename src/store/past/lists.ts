import { askIn, type Query } from '../database/transaction.js'
import { readDesk } from '../desk/desk.js'
import { dutyDesk, dutyQueue } from '../desk/list-duties.js'
import { countBoard, listBoard } from '../overview/board.js'
import { countFollowed, countRatings, listFollowed } from '../overview/followed.js'
import { mattersNaming } from '../overview/linked-matters.js'
import { exportDuties, exportMatters } from '../proof/batches.js'
import { recentActsOfRole } from '../recent-acts.js'
import { listRounds } from '../rounds/rounds.js'
import { countedMatters, listMatters } from '../search/list-matters.js'
import { countFigures } from '../statistics/count-figures.js'
import { listKeptFigures } from '../statistics/kept-figures.js'
import { findCounted, listCounted, listThese } from '../statistics/list-counted.js'
import { findTaken, listTaken, sumTaken } from '../statistics/points-taken.js'
import type { Instant } from '../types.js'
import type { Lists } from './types.js'

/** The lists, as one transaction sees them at a moment of the past. */
export const listsIn = (query: Query, asOf: Instant): Lists => ({
  exportMatters: (government, wanted) => exportMatters((work) => work(query), government, wanted),
  exportDuties: (government, wanted) => exportDuties((work) => work(query), government, wanted),
  dutyQueue: (government, wanted) => dutyQueue(askIn(query), government, wanted),
  dutyDesk: (government, wanted) => dutyDesk(askIn(query), government, wanted),
  desk: (government, asked) => readDesk(askIn(query), government, asked),
  listMatters: (government, wanted) => listMatters(query, government, wanted),
  countedMatters: (government, wanted) => countedMatters(query, government, wanted),
  recentActsOfRole: (government, wanted) => recentActsOfRole(query, government, wanted),
  rounds: { listRounds: (government, asked) => listRounds(query, government, asked) },
  overview: {
    countBoard: (government, asked) => countBoard(query, government, asked),
    listBoard: (government, asked) => listBoard(query, government, asked),
    mattersNaming: (government, asked) => mattersNaming(query, government, asked),
    countFollowed: (government, asked) => countFollowed(query, government, asked),
    listFollowed: (government, asked) => listFollowed(query, government, asked),
    countRatings: (government, asked) => countRatings(query, government, asked),
  },
  statistics: {
    countFigures: (government, asked) => countFigures(query, government, asked, asOf),
    listCounted: (government, asked) => listCounted(query, government, asked, asOf),
    findCounted: (government, asked) => findCounted(query, government, asked),
    listThese: (government, asked) => listThese(query, government, asked),
    sumTaken: (government, asked) => sumTaken(query, government, asked),
    listTaken: (government, asked) => listTaken(query, government, asked),
    findTaken: (government, asked) => findTaken(query, government, asked),
    listKeptFigures: (government, piece) => listKeptFigures(query, government, piece),
  },
})
