/** For what concerns one government. */
export const government = {
  type: 'string',
  value: 'ID',
  text: { zh: '哪个地方；只有一个时可以不写', en: 'which government; not needed where there is one' },
} as const
