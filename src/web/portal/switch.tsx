/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { switchName } from './page-context.js'

type SwitchProps = {
  /** The address of the page. */
  readonly here: string
  /** The form whose content is taken along; undefined: none. */
  readonly form: string | undefined
  /** How it is shown otherwise, as the address says it: `lang=en`. */
  readonly to: string
  readonly lang?: string
  readonly children: ComponentChildren
}

/** Leads to the same page otherwise shown; a form is sent along, so that nothing that is typed is lost. */
export const Switch = ({ here, form, to, lang, children }: SwitchProps) =>
  form === undefined ? (
    <a href={`${here}${here.includes('?') ? '&' : '?'}${to}`} lang={lang}>
      {children}
    </a>
  ) : (
    <button type="submit" form={form} name={switchName} value={to} formNoValidate lang={lang}>
      {children}
    </button>
  )

/** Browsers press the first button of a form when Enter is typed in a field: before any switch stands the one that sends it. */
export const EnterSends = ({ form }: Pick<SwitchProps, 'form'>) =>
  form === undefined ? null : <button type="submit" form={form} hidden />
