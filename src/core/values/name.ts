/** A word people read, in Chinese and, where we have it, English. */
export type Name = { readonly zh: string; readonly en: string }
