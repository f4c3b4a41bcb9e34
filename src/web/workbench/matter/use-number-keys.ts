import { type RefObject, useEffect, useRef } from 'react'
import type { FieldView } from '../../../contract/index.js'
import type { Values } from '../form/field-props.js'
import { fieldId } from '../form/field-rows.js'
import { sentValues } from '../form/sent-values.js'
import { areKeysOn } from '../keys.js'

/** Where one is typing, a digit is what is typed. */
const takesDigits = 'input:not([type=radio], [type=checkbox]), textarea, select'

const isLaidOut = (thing: Element): boolean => thing.getClientRects().length > 0
const isAnswered = (choice: Element): boolean => choice.querySelector('input:checked') !== null

/**
 * 1 to 9 choose in the choice one is in, or else in the first that must be answered and is not, and lead on to what must still be filled in: a form of
 * choices and a unit needs no Tab. Where nothing is missing one stays where one is.
 */
export function useNumberKeys(form: RefObject<HTMLFormElement | null>, fields: readonly FieldView[], values: Values): void {
  const latest = useRef({ fields, values })
  latest.current = { fields, values }
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { key, target } = event
      if (!/^[1-9]$/.test(key) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !areKeysOn()) return
      if (
        form.current === null ||
        !(target instanceof HTMLElement) ||
        target.matches(takesDigits) ||
        target.closest('[role=dialog]')
      )
        return
      const choices = [...form.current.querySelectorAll('.options')].filter(
        (each) => isLaidOut(each) && each.querySelector('input[type=radio]') !== null,
      )
      const { fields, values } = latest.current
      const needed = choices.filter(({ id }) => fields.some((each) => each.isNeeded && fieldId(each.id) === id))
      const asked = needed.find((each) => !isAnswered(each)) ?? needed[0] ?? choices[0]
      const choice = choices.find((each) => each.contains(target)) ?? asked
      const option = choice?.querySelectorAll<HTMLInputElement>('input[type=radio]')[Number(key) - 1]
      if (choice === undefined || option === undefined) return
      event.preventDefault()
      option.click()
      const next = nextMissing(fields, values, choice.id)
      const stays = form.current.contains(target) ? option : null
      ;(next === null ? stays : inputOf(form.current, next))?.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [form])
}

/** The field that must be filled in and is not: the first behind the one just answered, or else before it. */
function nextMissing(fields: readonly FieldView[], values: Values, answered: string): string | null {
  const at = fields.findIndex(({ id }) => fieldId(id) === answered)
  const sent = sentValues(fields, values)
  const inTurn = at < 0 ? [] : [...fields.slice(at + 1), ...fields.slice(0, at)]
  return inTurn.find(({ id, isNeeded }) => isNeeded && sent[id] === undefined)?.id ?? null
}

function inputOf(form: HTMLFormElement, field: string): HTMLElement | null {
  const place = form.querySelector<HTMLElement>(`#${CSS.escape(fieldId(field))}`)
  return place?.matches('input, textarea, button')
    ? place
    : (place?.querySelector<HTMLElement>('input, textarea, button') ?? null)
}
