/** Between names in a row, in each language of the screens. */
export const listComma: Readonly<Record<'zh' | 'en', string>> = { zh: '、', en: ', ' }
