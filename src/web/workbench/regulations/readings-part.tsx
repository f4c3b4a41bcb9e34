import type { Readings } from '../../../contract/index.js'
import { AdminTable, Part } from '../administration/part.js'
import { Link } from '../link.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import type { VersionId } from './version-path.js'
import { versionApi, versionPath } from './version-path.js'

type Props = { readonly version: VersionId; readonly mayReplay: boolean }

/** 取舍与裁量. The readings taken, with the others; and the words that a person weighs. */
export function ReadingsPart({ version, mayReplay }: Props) {
  const { readings, ...words } = useWords().regulations
  const { listComma } = useWords()
  const { loaded, reload } = useLoad<Readings>(`${versionApi(version)}/readings`)
  return (
    <Part loaded={loaded} reload={reload}>
      {({ parameters, discretions }) => (
        <>
          <section className="regulation-block">
            <h2>{readings.parameters}</h2>
            <p className="soft">{readings.parametersLead}</p>
            {parameters.length === 0 ? (
              <p className="empty">{readings.noParameters}</p>
            ) : (
              <AdminTable title={readings.parameters} heads={[readings.asks, readings.value, readings.others, readings.clause]}>
                {parameters.map((each) => (
                  <tr key={each.id}>
                    <td>{each.asks}</td>
                    <td className="number">{each.value}</td>
                    <td className="number">{each.alternatives.join(listComma)}</td>
                    <td>
                      <ClauseChips clauses={each.clauses} />
                    </td>
                  </tr>
                ))}
              </AdminTable>
            )}
            {mayReplay && parameters.some(({ alternatives }) => alternatives.length > 0) && (
              <p className="regulation-note">
                <Link to={versionPath(version, 'what-if')} aria-label={`${words.tabs.whatIf}：${readings.try}`}>
                  {readings.try}
                </Link>
              </p>
            )}
          </section>
          <section className="regulation-block">
            <h2>{readings.discretions}</h2>
            <p className="soft">{readings.discretionsLead}</p>
            {discretions.length === 0 ? (
              <p className="empty">{readings.noDiscretions}</p>
            ) : (
              <AdminTable title={readings.discretions} heads={[readings.words, readings.judge, readings.duties, readings.clause]}>
                {discretions.map((each) => (
                  <tr key={each.id}>
                    <td>
                      <b>{each.words}</b>
                    </td>
                    <td>{each.judge}</td>
                    <td>{each.duties.join(listComma)}</td>
                    <td>
                      <ClauseChips clauses={each.clauses} />
                    </td>
                  </tr>
                ))}
              </AdminTable>
            )}
          </section>
        </>
      )}
    </Part>
  )
}
