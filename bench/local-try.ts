import { whole } from './scale.js'
import { benchStatistics } from './statistics.js'
await benchStatistics({ ...whole, storedMatters: [10_000, Number(process.argv[2])] })
