import type {
  ClauseView,
  DutyView,
  Lang,
  MatterView,
  Moment,
  ReceiptView,
  TimelineEntry,
  TrackView,
} from '../../contract/index.js'
import { clausesShown, listComma } from '../../core/index.js'
import { type PackageWords, packageWords } from '../words/package.js'
import { html, type Line, type Markup, saidTable, section, table } from './page.js'

/** When a paper was issued, and since when and why it stands no more. */
export type PaperStanding = { readonly issuedAt: Moment; readonly spoiledAt: Moment | null; readonly spoiledWhy: string | null }

/** A file as the page of its matter names it. */
export type ListedFile = {
  readonly path: string
  readonly name: string
  readonly sm3: string
  /** Null: it is no paper of the matter. */
  readonly standing: PaperStanding | null
}
type Beside = { readonly lang: Lang; readonly files: readonly ListedFile[]; readonly links: number | null }

/** A matter as one of the staff sees it, to be read and printed. */
export function staffPage(view: MatterView, beside: Beside): Markup {
  const words = packageWords(beside.lang)
  return html`<h1>${view.title}</h1>${saidTable([
    [words.number, view.number],
    [words.regulation, `${view.regulation.title} ${view.regulation.version}`],
    [words.stage, view.stage.name],
    [words.category, view.category?.name ?? ''],
    [words.channel, view.channel?.name ?? ''],
    [words.receivedAt, view.receivedAt.shown],
    ...view.origin.map(({ name, value }): Line => [name, value]),
  ])}${section(
    words.what,
    saidTable(view.fields.map(({ name, value }): Line => [name, value])),
  )}${section(words.shares, shares(view, words))}${section(words.items, items(view, words))}${section(
    words.duties,
    html`${view.duties.map((duty) => dutyPart(duty, words, beside.lang))}`,
  )}${section(words.timeline, timelinePart(view.timeline, beside.lang))}${section(
    words.charged,
    saidTable(view.charged.map(({ name, workdays }): Line => [name, `${workdays} ${words.workdays}`])),
  )}${section(
    words.reveals,
    saidTable(view.reveals.map(({ at, who, reason }): Line => [at.shown, `${who} ${reason}`])),
  )}${filesPart(words, beside)}`
}

/** The same as its requester sees it. */
export function requesterPage(view: TrackView, beside: Beside): Markup {
  const words = packageWords(beside.lang)
  return html`<h1>${view.title}</h1>${saidTable([
    [words.number, view.number],
    [words.regulation, view.regulation.title],
    [words.stage, view.shown.name],
    [words.category, view.category?.name ?? ''],
    [words.receivedAt, view.receivedAt.shown],
    [words.letter, view.letter],
  ])}${section(
    words.answers,
    html`${view.answers.map(({ unit, at, stated }) => html`<h3>${unit} <small>${at.shown}</small></h3>${saidTable(stated.map(({ name, value }): Line => [name, value]))}`)}`,
  )}${section(
    words.next,
    html`${view.next.map(
      (each) =>
        html`<h3>${words.heldBy(each.name, each.holder)}</h3>${saidTable([
          [words.dueAt, each.dueAt?.shown ?? ''],
          [words.regulation, clausesText(each.clauses, beside.lang)],
        ])}${receiptPart(each.receipt, words)}`,
    )}`,
  )}${section(words.timeline, timelinePart(view.timeline, beside.lang))}${filesPart(words, beside)}`
}

const clausesText = (clauses: readonly ClauseView[], lang: Lang): string =>
  clauses.map((clause) => `${clause.shown[lang]} ${clause[lang]}`).join('\n')

const shares = ({ assignments }: MatterView, words: PackageWords): Markup =>
  table(
    [words.holder, '', words.stage, words.since, words.ended],
    assignments.map(({ unitName, partName, stage, since, endedAt }) => [
      unitName,
      partName,
      stage.name,
      since.shown,
      endedAt?.shown ?? '',
    ]),
  )

const items = ({ items }: MatterView, words: PackageWords): Markup =>
  html`${items.map(
    ({ kind, name, stage, stated }) =>
      html`<h3>${words.heldBy(kind.name, name, stage.name)}</h3>${saidTable(stated.map(({ name, value }): Line => [name, value]))}`,
  )}`

const dutyPart = (duty: DutyView, words: PackageWords, lang: Lang): Markup =>
  html`<h3>${duty.itemName === null ? '' : `${duty.itemName} · `}${words.heldBy(duty.name, duty.holder.unitName ?? duty.holder.roleName, words.status[duty.status])}</h3>${saidTable(
    [
      [words.openedAt, duty.openedAt.shown],
      [words.dueAt, duty.dueAt?.shown ?? ''],
      [words.metAt, duty.metAt?.shown ?? ''],
      [words.regulation, clausesText(duty.clauses, lang)],
    ],
  )}${receiptPart(duty.receipt, words)}`

const receiptPart = ({ sentences }: ReceiptView, words: PackageWords): Markup =>
  sentences.length === 0
    ? html``
    : html`<p class="soft">${words.why}</p><ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`

const timelinePart = (entries: readonly TimelineEntry[], lang: Lang): Markup =>
  entries.length === 0
    ? html``
    : html`<ol>${entries.map(({ at, name, by, itemName, stated, clauses }) => {
        const who = [by.unitName ?? by.roleName, by.person ?? ''].filter((each) => each !== '').join(' ')
        return html`<li><b>${name}</b>${itemName === null ? '' : ` ${itemName}`} <small>${at.shown} ${who} ${clausesShown(clauses, lang).join(listComma[lang])}</small>${saidTable(stated.map(({ name, value }): Line => [name, value]))}</li>`
      })}</ol>`

function standingIn(words: PackageWords, { issuedAt, spoiledAt, spoiledWhy }: PaperStanding): string {
  const issued = words.issued(issuedAt.shown)
  return spoiledAt === null ? issued : `${issued}${words.spoiled(spoiledAt.shown, spoiledWhy ?? '')}`
}

const filesPart = (words: PackageWords, { files, links }: Beside): Markup =>
  section(
    words.files,
    html`${table(
      [words.file, words.hash],
      files.map(({ path, name, sm3, standing }) => [
        html`<a href="${path.split('/').map(encodeURIComponent).join('/')}">${name}</a>${standing === null ? '' : html`<br><small>${standingIn(words, standing)}</small>`}`,
        html`<code>${sm3}</code>`,
      ]),
    )}<p>${links === null ? words.noChain : words.chain(links)}</p><p>${words.identity}</p>`,
  )
