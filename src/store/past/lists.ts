import { readDesk } from '../desk.js'
import { dutyDesk } from '../list-duties.js'
import { countedMatters, listMatters } from '../list-matters.js'
import { countBoard, listBoard } from '../queue/board.js'
import { countFigures, findCounted, listCounted, listThese } from '../statistics/count-figures.js'
import { askIn, type Query } from '../transaction.js'
import type { Lists } from './types.js'

/** The lists, as one transaction sees them. */
export const listsIn = (query: Query): Lists => ({
  dutyDesk: (government, wanted) => dutyDesk(askIn(query), government, wanted),
  desk: (government, asked) => readDesk(askIn(query), government, asked),
  listMatters: (government, wanted) => listMatters(query, government, wanted),
  countedMatters: (government, wanted) => countedMatters(query, government, wanted),
  queue: {
    countBoard: (government, asked) => countBoard(query, government, asked),
    listBoard: (government, asked) => listBoard(query, government, asked),
  },
  statistics: {
    countFigures: (government, asked) => countFigures(query, government, asked),
    listCounted: (government, asked) => listCounted(query, government, asked),
    findCounted: (government, asked) => findCounted(query, government, asked),
    listThese: (government, asked) => listThese(query, government, asked),
  },
})
