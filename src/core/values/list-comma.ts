/** Between names in a row, in each language of the screens. */
export const listComma: Readonly<Record<'zh' | 'en', string>> = { zh: '、', en: ', ' }

/** A name with what tells it from others of that name behind it, in the brackets of the language. */
export const withAside = (name: string, aside: string, lang: 'zh' | 'en'): string =>
  lang === 'zh' ? `${name}（${aside}）` : `${name} (${aside})`
