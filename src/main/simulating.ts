import { parentPort, workerData } from 'node:worker_threads'
import { simulate } from '../app/index.js'
import { loadLibrary } from '../load/index.js'
import { keptIn } from './kept-in.js'
import type { SimulatingData, SimulatingTask } from './simulator.js'

// A thread of its own: whatever a scenario costs, it is this thread that is stopped, and nobody else waits for it.
const { root, regulations, calendars } = workerData as SimulatingData
const library = loadLibrary({ regulations, calendars }, keptIn(root))
parentPort?.on('message', (asked: SimulatingTask) => parentPort?.postMessage(simulate({ library }, asked)))
parentPort?.postMessage('ready')
