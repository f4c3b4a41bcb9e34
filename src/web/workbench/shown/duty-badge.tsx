import type { DutyRow, DutyView } from '../../../contract/index.js'
import { isSettled } from '../../../core/index.js'
import { alertBadge, statusBadge } from '../../parts/index.js'
import { useLanguage } from '../words/language.js'
import { make } from './make.js'

type Standing = Pick<DutyRow, 'workdaysLeft' | 'workdaysLate' | 'alert' | 'isSoft'> &
  Pick<DutyView, 'status'> & { readonly isLate?: boolean }

/** How a duty stands: the ladder's mark, else its status, and how many workdays are left or lost. */
export function DutyBadge({ duty }: { readonly duty: Standing }) {
  const { language, words } = useLanguage()
  const mark = !isSettled(duty.status) && duty.alert ? alertBadge(make, duty.alert) : null
  const status = duty.status === 'open' || mark ? null : statusBadge(make, duty.status, language)
  const left = leftOf(duty, words.duties)
  if (mark === null && status === null && left === '') return null
  return (
    <span className={`standing standing-${duty.status}`}>
      {mark ?? status}
      {left !== '' && <b className="left">{left}</b>}
    </span>
  )
}

type LeftWords = {
  readonly left: (workdays: number) => string
  readonly lastDay: string
  readonly asRule: (left: string) => string
  readonly late: (workdays: number) => string
  readonly metLate: string
  readonly lateToday: string
}

/** How many workdays are left or lost; nothing where nobody counts them. */
export function leftOf({ status, workdaysLeft, workdaysLate, isLate, isSoft = false }: Standing, words: LeftWords): string {
  switch (status) {
    case 'open': {
      if (workdaysLeft === null) return ''
      const left = workdaysLeft <= 0 ? words.lastDay : words.left(workdaysLeft)
      return isSoft ? words.asRule(left) : left
    }
    case 'overdue':
      return workdaysLate > 0 ? words.late(workdaysLate) : words.lateToday
    case 'met':
      return isLate === true ? words.metLate : ''
    case 'paused':
    case 'lapsed':
    case 'cancelled':
      return ''
  }
}
