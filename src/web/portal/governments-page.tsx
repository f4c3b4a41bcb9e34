/** @jsxImportSource preact */
import type { GovernmentView } from '../../contract/index.js'
import { Page } from './page.js'
import { type PageContext, placeOf, wordsOf } from './page-context.js'

/** The first page where several governments share one address. */
export const GovernmentsPage = ({ context, governments }: { context: PageContext; governments: readonly GovernmentView[] }) => {
  const words = wordsOf(context)
  const { title, lead } = governments.length === 0 ? words.governments.none : words.governments
  return (
    <Page context={context} title={title}>
      <div class="wide">
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        {governments.length > 0 && (
          <ul class="cards">
            {governments.map((government) => (
              <li key={government.id}>
                <a class="card" href={placeOf(government)}>
                  <b>{government.portalName}</b>
                  <span>{government.name}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Page>
  )
}
