/** @jsxImportSource preact */
import type { ActView, GovernmentView, Lang, TrackView } from '../../contract/index.js'
import { withAside } from '../../core/index.js'
import { clauseChips, momentText } from '../parts/index.js'
import type { ErrorLine } from './error-summary.js'
import { formErrors } from './form-errors.js'
import { FormField, inputId, isForRequesters } from './form-field.js'
import { emptyForm, type FormState } from './form-state.js'
import { make } from './make.js'
import { type PageContext, placeOf, wordsOf } from './page-context.js'
import { Switches } from './switch.js'

/** A form of an act that was sent and not taken. */
export type ActState = {
  readonly act: string
  readonly unit: string | null
  readonly item: number | null
  readonly form: FormState
}

type ActsProps = {
  readonly context: PageContext
  readonly government: GovernmentView
  readonly track: TrackView
  readonly state: ActState | undefined
  /** Below which address of the government's the matter is opened. */
  readonly place: string
}

const formOf = ({ act, unit, item }: ActView): string =>
  [act, unit, item].filter((part) => part !== null && part !== undefined).join('-')
const isMeant = (act: ActView, state: ActState | undefined): boolean =>
  state?.act === act.act && state.unit === act.unit && state.item === (act.item ?? null)

/** What is wrong with the act that was sent, each line leading to its field. */
export function actErrors(track: TrackView, state: ActState | undefined): readonly ErrorLine[] {
  if (state === undefined) return []
  const act = track.acts.find((each) => isMeant(each, state))
  const form = act === undefined ? '' : formOf(act)
  return formErrors(state.form, (field) => `#${inputId(form, field)}`, act?.fields ?? [])
}

/**
 * 您现在可以: the acts as forms; those that open at a known moment, those that were done as often as they may be, and one that was sent too late, stand
 * greyed with clause and reason.
 */
export const ActForms = ({ context, government, track, state, place }: ActsProps) => {
  const words = wordsOf(context)
  // What the office waits for stands first.
  const permitted = track.acts.filter((act) => act.refusal === null).sort((a, b) => b.meets.length - a.meets.length)
  // What they rated stands above: that it was done is said there.
  const isLookedFor = (act: ActView): boolean => isToCome(act) || (isUsedUp(act) && act.act !== track.rating?.act)
  const refused = track.acts.filter((act) => act.refusal !== null && (isLookedFor(act) || isMeant(act, state)))
  if (permitted.length + refused.length === 0) return null
  return (
    <section aria-labelledby="may">
      <h2 id="may">{permitted.length > 0 ? words.track.may : words.track.mayLess}</h2>
      {permitted.map((act) => (
        <ActForm
          key={formOf(act)}
          act={act}
          action={placeOf(government, `${place}/${track.number}/acts/${act.act}`)}
          revision={track.revision}
          state={isMeant(act, state) ? state?.form : undefined}
          isTaken={formTyped(track, state) === actForm(act)}
          context={context}
        />
      ))}
      {refused.map((act) => (
        <Refused key={formOf(act)} act={act} context={context} />
      ))}
    </section>
  )
}

/** It is refused for now only, and until when is known. */
const isToCome = ({ refusal }: ActView): boolean => refusal?.code === 'too-early' && refusal.until !== null

/** Who has done it before looks for it again. */
const isUsedUp = ({ refusal }: ActView): boolean => refusal?.code === 'limit-reached'

const actForm = (act: ActView): string => `act-${formOf(act)}`

/** What is taken along when language or type size change: the form that was sent, else the first one to fill in; a script follows whoever types. */
export const formTyped = ({ acts }: TrackView, state: ActState | undefined): string | undefined => {
  const open = acts.filter((act) => act.refusal === null && act.fields.some(isForRequesters))
  const taken = open.find((act) => isMeant(act, state)) ?? open[0]
  return taken === undefined ? undefined : actForm(taken)
}

type ActFormProps = {
  readonly act: ActView
  readonly action: string
  readonly revision: number
  readonly state: FormState | undefined
  /** What is typed here is taken along by the switches in the head of the page. */
  readonly isTaken: boolean
  readonly context: PageContext
}

const ActForm = ({ act, action, revision, state, isTaken, context }: ActFormProps) => {
  const words = wordsOf(context)
  const fields = act.fields.filter(isForRequesters)
  const takesFiles = fields.some((field) => field.type === 'attachments')
  return (
    <details class="act" open={state !== undefined}>
      <summary>
        <ActName act={act} lang={context.lang} />
        {act.until !== null && <small>{words.track.until(momentText(act.until, context.lang))}</small>}
      </summary>
      <form
        id={actForm(act)}
        method="post"
        action={action}
        encType={takesFiles ? 'multipart/form-data' : undefined}
        noValidate
        data-once
      >
        <input type="hidden" name="revision" value={revision} />
        {act.unit !== null && <input type="hidden" name="unit" value={act.unit} />}
        {act.item != null && <input type="hidden" name="item" value={act.item} />}
        {act.note !== '' && <p>{act.note}</p>}
        {fields.map((field) => (
          <FormField key={field.id} form={formOf(act)} field={field} state={state ?? emptyForm} context={context} />
        ))}
        {fields.length === 0 && <p class="hint">{words.track.confirm}</p>}
        <button class="button" type="submit">
          {words.track.submitAct(act.name)}
        </button>
        {!isTaken && fields.length > 0 && (
          <noscript>
            <div class="own-switches">
              {words.track.keepsTyped}
              <Switches context={context} words={words} form={actForm(act)} />
            </div>
          </noscript>
        )}
      </form>
      {clauseChips(make, act.clauses, context.lang)}
    </details>
  )
}

/** Of several units or items each may have the same done: it is told of which. */
const ActName = ({ act, lang }: { act: ActView; lang: Lang }) => (
  <b>{[act.unitName, act.itemName].reduce<string>((name, of) => (of == null ? name : withAside(name, of, lang)), act.name)}</b>
)

const Refused = ({ act, context }: { act: ActView; context: PageContext }) => {
  const words = wordsOf(context)
  const { refusal } = act
  if (refusal === null) return null
  return (
    <div class="act act-refused">
      <p>
        <ActName act={act} lang={context.lang} />
        {isToCome(act) && refusal.until !== null && (
          <span class="tag">{words.track.mayNotUntil(momentText(refusal.until, context.lang))}</span>
        )}
      </p>
      <p>{refusal.sentence}</p>
      {refusal.missing.length > 0 && (
        <p>
          {words.track.missing}
          {refusal.missing.map((fact) => fact.name).join(words.listComma)}
        </p>
      )}
      {clauseChips(make, refusal.clauses, context.lang)}
    </div>
  )
}
