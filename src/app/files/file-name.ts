/** What a file is called, as it may stand in a list or a folder: no path before it, nothing in it that does not show. */
export const fileName = (sent: string): string => (sent.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim()
