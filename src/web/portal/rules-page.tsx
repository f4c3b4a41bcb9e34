/** @jsxImportSource preact */
import type { GovernmentView, Lang } from '../../contract/index.js'
import { Page } from './page.js'
import { type PageContext, wordsOf } from './page-context.js'
import type { Words } from './words/words.js'

/** A clause as the public sees it: what it says in our words, and how it lives in the product. */
export type RuleLine = {
  readonly id: string
  readonly shown: { readonly zh: string; readonly en: string }
  readonly zh: string
  readonly en: string
  readonly status: string
  /** Why it is not executed; empty where there is nothing to say. */
  readonly why: string
  /** The rules that carry it out, in plain words. */
  readonly rules: readonly { readonly name: string; readonly says: readonly string[] }[]
}

type RulesProps = {
  readonly context: PageContext
  readonly government: GovernmentView
  readonly rules: readonly RuleLine[]
  /** Which page of them, from 1. */
  readonly at?: number
}

/** So many bytes of clauses as a phone on a slow line loads at once, beside what stands on every page. */
const perPage = 28_000

/** The clauses, page by page in their order; one that is longer than a page has one of its own. */
export function rulePages(rules: readonly RuleLine[], lang: Lang): readonly (readonly RuleLine[])[] {
  const pages: RuleLine[][] = []
  let filled = perPage
  for (const rule of rules) {
    const weight = weightOf(rule, lang)
    if (filled + weight > perPage) pages.push([])
    filled = filled + weight > perPage ? weight : filled + weight
    pages.at(-1)?.push(rule)
  }
  return pages
}

/** About what a clause weighs on the page: its texts, and the marks around each. */
function weightOf(rule: RuleLine, lang: Lang): number {
  const [clause, carrier, sentence] = [240, 50, 10]
  const carried = rule.rules.map(
    ({ name, says }) => carrier + bytes(name) + says.reduce((sum, each) => sum + sentence + bytes(each), 0),
  )
  return carried.reduce((sum, each) => sum + each, clause + bytes(textOf(rule, lang)) + bytes(rule.why))
}

const bytes = (text: string): number => new TextEncoder().encode(text).length

const textOf = ({ zh, en }: RuleLine, lang: Lang): string => (lang === 'en' && en !== '' ? en : zh)

/** The regulation, clause by clause: each with its status, so that anyone can see what is done by rule and what is judged. */
export const RulesPage = ({ context, government, rules, at = 1 }: RulesProps) => {
  const words = wordsOf(context)
  const pages = rulePages(rules, context.lang)
  const shown = pages[at - 1] ?? []
  return (
    <Page context={context} title={words.rules.title}>
      <div class="narrow">
        <h1>{words.rules.title}</h1>
        <p class="lead">{government.regulation.title}</p>
        <p>{words.rules.lead}</p>
        {rules.length === 0 ? <p>{words.rules.none}</p> : <Legend rules={rules} words={words} />}
        <ol class="rules">
          {shown.map((rule) => (
            <Rule key={rule.id} rule={rule} context={context} words={words} />
          ))}
        </ol>
        {pages.length > 1 && <Pages count={pages.length} at={at} words={words} />}
      </div>
    </Page>
  )
}

const Pages = ({ count, at, words }: { count: number; at: number; words: Words }) => (
  <nav class="actions" aria-label={words.rules.pages}>
    {Array.from({ length: count }, (_, index) => index + 1).map((page) => (
      <a key={page} class="button button-plain" href={`?page=${page}`} aria-current={page === at ? 'page' : undefined}>
        {words.rules.page(page)}
      </a>
    ))}
  </nav>
)

const Legend = ({ rules, words }: { rules: readonly RuleLine[]; words: Words }) => (
  <section class="panel" aria-label={words.rules.count(rules.length)}>
    <p>
      <b>{words.rules.count(rules.length)}</b>
    </p>
    <ul class="legend">
      {Object.entries(words.rules.status).map(([status, [shape, name, means]]) => (
        <li key={status}>
          <b class={`rule-status rule-${status}`}>
            <span aria-hidden="true">{shape}</span> {name} {rules.filter((rule) => rule.status === status).length}
          </b>{' '}
          {means}
        </li>
      ))}
    </ul>
  </section>
)

const Rule = ({ rule, context, words }: { rule: RuleLine; context: PageContext; words: Words }) => {
  const [shape, name] = words.rules.status[rule.status] ?? ['', rule.status]
  return (
    <li id={`clause-${rule.id}`}>
      <p>
        <b>{rule.shown[context.lang]}</b>
        <span class={`rule-status rule-${rule.status}`}>
          <span aria-hidden="true">{shape}</span> {name}
        </span>
      </p>
      <p>{textOf(rule, context.lang)}</p>
      {rule.why !== '' && (
        <p class="soft">
          {words.rules.why}
          {rule.why}
        </p>
      )}
      {rule.rules.length > 0 && <CarriedOut rule={rule} words={words} />}
    </li>
  )
}

/** How the clause is carried out: each rule in plain words. */
const CarriedOut = ({ rule, words }: { rule: RuleLine; words: Words }) => (
  <details>
    <summary>{words.rules.carriedOut(rule.rules.length)}</summary>
    {rule.rules.map(({ name, says }) => (
      <section key={`${name} ${says.join(' ')}`}>
        <p>
          <b>{name}</b>
        </p>
        <ul>
          {says.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
    ))}
  </details>
)
