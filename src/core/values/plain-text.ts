/** Whether it is text at all: no zero character, no half of a pair. No database keeps such, and nobody typed them. */
export const isPlainText = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text)
