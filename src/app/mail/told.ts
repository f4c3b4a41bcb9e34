/** What bytes say. `isSure` is false where that could only be guessed: then the bytes themselves must be kept. */
export type Told = { readonly text: string; readonly isSure: boolean }
