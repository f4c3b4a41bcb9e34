/** How much is measured. */
export type Scale = {
  readonly submitRounds: number
  readonly submitsPerRound: number
  readonly submitsToWarmUp: number
  /** Letters received through HTTP, and how many of them get acts in each round. */
  readonly lettersStored: number
  readonly actsPerRound: number
  /** Letters of a played day. */
  readonly lettersADay: number
  /** Letters with their acts whose bytes are counted. */
  readonly lettersSized: number
  /** Matters stored while the lists are measured. */
  readonly storedMatters: readonly [number, number]
  /** Open duties of each unit while they are measured. */
  readonly openEach: number
  readonly queriesEach: number
  readonly starts: number
  readonly importedRows: number
  /** So many times the demo's governments are written, under other names, to have something to verify. */
  readonly demoCopies: number
  /** Letters that are received beside them, so that there is much to verify. */
  readonly verifiedLetters: number
}

export const whole: Scale = {
  submitRounds: 5,
  submitsPerRound: 4000,
  submitsToWarmUp: 3000,
  lettersStored: 20_000,
  actsPerRound: 500,
  lettersADay: 200,
  lettersSized: 1000,
  storedMatters: [10_000, 1_000_000],
  openEach: 300,
  queriesEach: 800,
  starts: 5,
  importedRows: 1000,
  demoCopies: 10,
  verifiedLetters: 20_000,
}

/** For trying out a bench: its figures say nothing. */
export const quick: Scale = {
  submitRounds: 1,
  submitsPerRound: 300,
  submitsToWarmUp: 100,
  lettersStored: 500,
  actsPerRound: 60,
  lettersADay: 20,
  lettersSized: 200,
  storedMatters: [2000, 10_000],
  openEach: 60,
  queriesEach: 32,
  starts: 1,
  importedRows: 50,
  demoCopies: 1,
  verifiedLetters: 300,
}
