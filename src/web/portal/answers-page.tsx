/** @jsxImportSource preact */
import type { GovernmentView, PublicPage } from '../../contract/index.js'
import { AnswerRow } from './answer-row.js'
import { Page } from './page.js'
import { type PageContext, placeOf, wordsOf } from './page-context.js'
import type { Words } from './words/words.js'

/** What was asked of the list of published answers. */
export type AnswersQuery = { readonly words: string; readonly category: string; readonly after: string }

type AnswersProps = {
  readonly context: PageContext
  readonly government: GovernmentView
  readonly page: PublicPage
  readonly query: AnswersQuery
}

/** 公开答复: what was published, with search. */
export const AnswersPage = ({ context, government, page, query }: AnswersProps) => {
  const words = wordsOf(context)
  const isFiltered = query.words !== '' || query.category !== ''
  const list = placeOf(government, 'answers')
  return (
    <Page context={context} title={words.answers.title} at="answers">
      <div class="narrow">
        <h1>{words.answers.title}</h1>
        <p class="lead">{words.answers.lead}</p>
        <Search government={government} query={query} words={words} />
        <p role="status" class="soft">
          {page.rows.length === 0
            ? isFiltered
              ? words.answers.none
              : words.answers.empty
            : words.answers.total(page.total, page.isTotalCapped)}
        </p>
        <ul class="rows">
          {page.rows.map((matter) => (
            <AnswerRow key={matter.number} matter={matter} government={government} context={context} />
          ))}
        </ul>
        <div class="actions">
          {page.next !== null && (
            <a class="button button-plain" rel="next" href={pageAddress(list, { ...query, after: page.next })}>
              {words.answers.more}
            </a>
          )}
          {query.after !== '' && <a href={pageAddress(list, { ...query, after: '' })}>{words.answers.first}</a>}
          {isFiltered && <a href={list}>{words.answers.clear}</a>}
        </div>
      </div>
    </Page>
  )
}

function pageAddress(list: string, query: AnswersQuery): string {
  const stated = Object.entries(query).filter(([, value]) => value !== '')
  return stated.length === 0 ? list : `${list}?${new URLSearchParams(stated)}`
}

type SearchProps = { readonly government: GovernmentView; readonly query: AnswersQuery; readonly words: Words }

const Search = ({ government, query, words }: SearchProps) => {
  const { categories } = government
  return (
    <search aria-label={words.answers.search}>
      <form class="panel search" method="get" action={placeOf(government, 'answers')}>
        <div class="field">
          <label for="words">{words.answers.words}</label>
          <input type="search" id="words" name="words" value={query.words} />
        </div>
        {categories.length > 0 && (
          <div class="field">
            <label for="category">{words.answers.category}</label>
            <select id="category" name="category">
              <option value="">{words.answers.all}</option>
              {categories.map((option) => (
                <option key={option.id} value={option.id} selected={option.id === query.category}>
                  {option.name}
                </option>
              ))}
            </select>
          </div>
        )}
        <button class="button" type="submit">
          {words.answers.go}
        </button>
      </form>
    </search>
  )
}
