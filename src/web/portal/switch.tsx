/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { type PageContext, switchName } from './page-context.js'
import type { Words } from './words/words.js'

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

type SwitchesProps = Pick<SwitchProps, 'form'> & { readonly context: PageContext; readonly words: Words }

/** Larger or usual type, and the other language. */
export const Switches = ({ context, words, form }: SwitchesProps) => (
  <ul class="switches" aria-label={words.settings}>
    <li>
      <Switch here={context.here} form={form} to={`large=${context.isLarge ? 0 : 1}`}>
        {context.isLarge ? words.largeOff : words.largeOn}
      </Switch>
    </li>
    <li>
      <Switch
        here={context.here}
        form={form}
        to={`lang=${context.lang === 'zh' ? 'en' : 'zh'}`}
        lang={context.lang === 'zh' ? 'en' : 'zh-CN'}
      >
        {words.otherLanguage}
      </Switch>
    </li>
  </ul>
)

/** Browsers press the first button of a form when Enter is typed in a field: before any switch stands the one that sends it. */
export const EnterSends = ({ form }: Pick<SwitchProps, 'form'>) =>
  form === undefined ? null : <button type="submit" form={form} hidden />
