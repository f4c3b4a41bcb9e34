/** A name that stands by itself begins as a sentence does. */
export const sentence = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** What is said without its full stop, as a whole sentence; one that has its end keeps it. */
export const wholeSentence = (said: string, language: 'zh' | 'en'): string =>
  `${sentence(said)}${/[.。！？!?]$/.test(said) ? '' : language === 'zh' ? '。' : '.'}`
