/** A name that stands by itself begins as a sentence does. */
export const sentence = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
