/**
 * 文档里还留着的. What a paper that is handed on still tells beside its text: it is signed and was not touched; its properties could not be
 * taken out; it holds comments, revisions, hidden text, other files, or pictures that could not be cleaned.
 */
export const paperTells = ['signed', 'properties', 'remarks', 'revisions', 'hidden', 'embedded', 'pictures'] as const
export type PaperTell = (typeof paperTells)[number]

export type CleanPaper = { readonly bytes: Uint8Array; readonly tells: readonly PaperTell[] }

export const untouched = (bytes: Uint8Array, ...tells: readonly PaperTell[]): CleanPaper => ({ bytes, tells })

/** In their order, each once. */
export const inOrder = (found: ReadonlySet<PaperTell>): readonly PaperTell[] => paperTells.filter((each) => found.has(each))
