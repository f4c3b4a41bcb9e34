import type { Deps, Viewer } from '../deps.js'
import { type Showing, showingOf } from '../showing.js'

export type VersionAsked = { readonly id: string; readonly version: string }

/** A version as this office runs it, with what was recorded of it; null: there is none. */
export function versionShown(deps: Deps, { office, lang }: Viewer, { id, version }: VersionAsked): Showing | null {
  return deps.library.find(id, version) === null ? null : showingOf(office, lang, office.programOf(id, version))
}
