import type { ProofChallenge } from '../../contract/index.js'

export function sha256(text: string): Int32Array
export function solveProof(challenge: ProofChallenge): Promise<string | null>
