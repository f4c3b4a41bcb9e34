import { Button } from 'antd'
import { type Checklist, type SetupItem, saidItems } from '../../../contract/index.js'
import { Link } from '../link.js'
import { ClauseChips } from '../shown/clause-chips.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import { Part } from './part.js'
import { useSend } from './use-send.js'

/** Where each is done; of what the product cannot see, nowhere here. */
const places: Readonly<Record<SetupItem, string | null>> = {
  secondFactor: 'own',
  force: 'administration/government',
  units: 'administration/units',
  unitKinds: 'administration/units',
  people: 'administration/people',
  roles: 'administration/people',
  auditor: 'administration/people',
  form: 'administration/form',
  calendar: 'administration/calendar',
  backup: null,
}

const isSaid = (id: SetupItem): id is (typeof saidItems)[number] => saidItems.some((each) => each === id)

/** 待完成. What remains before the office can work, until nothing does; and what each role owes and may. */
export function StartPart() {
  const { loaded, reload } = useLoad<Checklist>('/api/administration/checklist')
  return (
    <Part loaded={loaded} reload={reload}>
      {(list) => (
        <>
          <Items list={list} reload={reload} />
          <Roles roles={list.roles} />
        </>
      )}
    </Part>
  )
}

function Items({ list, reload }: { readonly list: Checklist; readonly reload: () => void }) {
  const words = useWords().administration.start
  const open = list.items.filter(({ isDone }) => !isDone)
  const done = list.items.filter(({ isDone }) => isDone)
  return (
    <section className="admin-block" aria-labelledby="remains">
      <h2 id="remains">{open.length === 0 ? words.nothing : words.remains(open.length)}</h2>
      <ol className="checklist">
        {open.map((item) => (
          <Item key={item.id} item={item} revision={list.revision} reload={reload} />
        ))}
      </ol>
      {done.length > 0 && (
        <details>
          <summary>{words.done(done.length)}</summary>
          <ul>
            {done.map(({ id }) => (
              <li key={id}>✓ {words.items[id].name}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

type ItemProps = {
  readonly item: Checklist['items'][number]
  readonly revision: number
  readonly reload: () => void
}

function Item({ item: { id, about }, revision, reload }: ItemProps) {
  const all = useWords()
  const words = all.administration.start
  const comma = all.listComma
  const { send, isBusy, problem } = useSend()
  const place = places[id]
  const tick = async (): Promise<void> => {
    if ((await send('checklist', { item: id, revision })) !== null) reload()
  }
  return (
    <li>
      <b>{words.items[id].name}</b>
      <p>
        {words.items[id].why}
        {about.length > 0 && <span className="soft"> {toldOf(about, comma)}</span>}
      </p>
      <p className="admin-tools">
        {place !== null && <Link to={place}>{words.go}</Link>}
        {isSaid(id) && (
          <Button size="small" loading={isBusy} onClick={() => void tick()} aria-label={`${words.tick}：${words.items[id].name}`}>
            {words.tick}
          </Button>
        )}
      </p>
      {problem && <p role="alert">{problem.detail || problem.title}</p>}
    </li>
  )
}

/** 各角色的职责. So that whoever gives out roles knows what they give. */
function Roles({ roles }: Pick<Checklist, 'roles'>) {
  const words = useWords().administration.start
  return (
    <section className="admin-block" aria-labelledby="roles-explained">
      <h2 id="roles-explained">{words.roles}</h2>
      {roles.map((role) => (
        <details key={role.id}>
          <summary>
            {role.name} <span className="soft">{words.held(role.held)}</span>
          </summary>
          <RuleList title={words.owes} rules={role.owes} />
          <RuleList title={words.may} rules={role.may} />
        </details>
      ))}
    </section>
  )
}

/** The first by name, and how many there are. */
const toldOf = (about: readonly string[], comma: string): string =>
  about.length <= 12 ? about.join(comma) : `${about.slice(0, 12).join(comma)}… (${about.length})`

type RuleListProps = { readonly title: string; readonly rules: Checklist['roles'][number]['owes'] }

function RuleList({ title, rules }: RuleListProps) {
  if (rules.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {rules.map(({ id, name, clauses }) => (
          <li key={`${id} ${name} ${clauses.map((clause) => clause.id).join(' ')}`}>
            {name} <ClauseChips clauses={clauses} />
          </li>
        ))}
      </ul>
    </>
  )
}
