import { createContext, useContext } from 'react'
import type { ContainerView } from '../../../contract/index.js'

type Minutes = ContainerView['minutes']
export type Told = NonNullable<Minutes>['told'][number]

/** 会议纪要. Which field tells what was decided here, and what there is to tell. */
const MinutesOf = createContext<Minutes>(null)
export const MinutesProvider = MinutesOf.Provider

/** What there is to tell in this field; null where it tells of nothing. */
export function useTold(field: string): readonly Told[] | null {
  const minutes = useContext(MinutesOf)
  return minutes?.field === field && minutes.told.length > 0 ? minutes.told : null
}

/** As drafted: one paragraph for each, numbered in the order in which they were dealt with. */
export const drafted = (told: readonly Told[]): string => told.map(({ text }, at) => `${at + 1}. ${text}`).join('\n')

/** With this one put behind what is written already. */
export const withTold = (text: string, told: readonly Told[], one: Told): string =>
  text.trim() === '' ? `${told.indexOf(one) + 1}. ${one.text}` : `${text.trimEnd()}\n${told.indexOf(one) + 1}. ${one.text}`

/** 'whole': word for word; 'named': only its title; 'missing': not even that. */
export function standsIn(text: string, { title, text: told }: Told): 'whole' | 'named' | 'missing' {
  const plain = (of: string): string => of.replace(/\s/gu, '')
  if (plain(text).includes(plain(told))) return 'whole'
  return plain(text).includes(plain(title)) ? 'named' : 'missing'
}
