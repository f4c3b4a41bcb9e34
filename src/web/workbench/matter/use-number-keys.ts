import { type RefObject, useEffect } from 'react'
import { areKeysOn } from '../keys.js'

/** What a field is filled in by; never what only tells of it, as its clauses do. */
const filledBy = 'input:not(:disabled), textarea, button:not(:disabled)'

/** Where one is typing, a digit is what is typed. */
const takesDigits = 'input:not([type=radio], [type=checkbox]), textarea, select'

const isLaidOut = (thing: Element): boolean => thing.getClientRects().length > 0
const isAnswered = (choice: Element): boolean => choice.querySelector('input:checked') !== null

/**
 * 1 to 9 choose in the choice one is in, or else in the first that waits for an answer, and go on to the field after it: a form of choices and
 * a unit is filled in without Tab.
 */
export function useNumberKeys(form: RefObject<HTMLFormElement | null>): void {
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
      const choice = choices.find((each) => each.contains(target)) ?? choices.find((each) => !isAnswered(each)) ?? choices[0]
      const option = choice?.querySelectorAll<HTMLInputElement>('input[type=radio]')[Number(key) - 1]
      if (option === undefined) return
      event.preventDefault()
      option.click()
      const next = firstIn(fieldAfter(form.current, option)) ?? (form.current.contains(target) ? option : null)
      next?.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [form])
}

function fieldAfter(form: HTMLFormElement, option: HTMLElement): Element | null {
  const fields = [...form.querySelectorAll('.field')].filter(isLaidOut)
  return fields[fields.findIndex((each) => each.contains(option)) + 1] ?? null
}

function firstIn(field: Element | null): HTMLElement | null {
  return field?.querySelector<HTMLElement>('input:checked') ?? field?.querySelector<HTMLElement>(filledBy) ?? null
}
