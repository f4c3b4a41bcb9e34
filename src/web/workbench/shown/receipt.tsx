import type { DutyView } from '../../../contract/index.js'
import { dayStrip } from '../../parts/index.js'
import { useLanguage } from '../words/language.js'
import { make } from './make.js'

/** 计时凭据. The day strip of a duty; its text equivalent opens below it. */
export function Receipt({ duty }: { readonly duty: DutyView }) {
  const { language } = useLanguage()
  return dayStrip(make, duty.receipt, { lang: language, workdaysLate: duty.workdaysLate })
}
