/** Tabs of a version's page, each at its own address. */
export const tabs = ['clauses', 'diagram', 'simulator', 'what-if', 'readings'] as const
export type Tab = (typeof tabs)[number]

/** Which version of which regulation. */
export type VersionId = { readonly id: string; readonly version: string }

export const versionPath = ({ id, version }: VersionId, tab: Tab = 'clauses'): string =>
  `regulations/${encodeURIComponent(id)}/${encodeURIComponent(version)}${tab === 'clauses' ? '' : `/${tab}`}`

export const versionApi = ({ id, version }: VersionId): string =>
  `/api/office/regulations/${encodeURIComponent(id)}/${encodeURIComponent(version)}`
