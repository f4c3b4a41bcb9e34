import type { Witness } from '../../src/store/index.js'

export type PackageFinding = { readonly code: string; readonly where: string }
export type PackageReport = {
  readonly findings: readonly PackageFinding[]
  readonly matters: number
  readonly files: number
  /** Null: it was not come to. */
  readonly seal: { readonly hash: string; readonly matter: number; readonly proof: { readonly witness: Witness } } | null
  /** Whether the anchors know the witness by which it was sealed. */
  readonly isAnchored: boolean
  /** Matters whose own witness nobody was asked about: only the hash of the seal was known. */
  readonly alone: number
}
export type CheckedAgainst = { readonly anchors?: readonly Witness[]; readonly heads?: readonly string[] }

export function verifyPackage(file: string, against?: CheckedAgainst): PackageReport
export function reportLines(report: PackageReport, lang: 'zh' | 'en'): readonly string[]
export function anchorsIn(file: string): readonly Witness[]
export function canonical(value: unknown): string
