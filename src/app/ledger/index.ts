export { type LedgerAsked, readLedger } from './read-ledger.js'
