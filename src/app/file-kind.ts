/** What a file is, judged by its bytes. */
export type FileKind = { readonly type: string; readonly extension: string }

/** Pictures and papers, nothing that runs: extension by type found. */
const allowed: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
}

/** Old Word and Excel files share one container; only the name tells them apart. */
const oldOffice: Readonly<Record<string, FileKind>> = {
  doc: { type: 'application/msword', extension: 'doc' },
  xls: { type: 'application/vnd.ms-excel', extension: 'xls' },
}

export async function fileKind(name: string, bytes: Uint8Array): Promise<FileKind | null> {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
  // Loaded when the first file comes: it is large, and most requests bring none.
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(bytes)
  if (found === undefined) return ending === 'txt' && isPlainText(bytes) ? { type: 'text/plain', extension: 'txt' } : null
  const extension = allowed[found.mime]
  if (extension !== undefined) return { type: found.mime, extension }
  return found.mime === 'application/x-cfb' ? (oldOffice[ending] ?? null) : null
}

/** No control characters but those of lines and tabs. */
const isPlainText = (bytes: Uint8Array): boolean =>
  bytes.length > 0 && bytes.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13)
