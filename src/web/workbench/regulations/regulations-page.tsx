import '../css/administration.css'
import '../css/regulations.css'
import '../css/diagram.css'
import '../css/playing.css'
import { NotFound } from '../frame/not-found.js'
import { VersionList } from './version-list.js'
import { VersionPage } from './version-page.js'
import { tabs } from './version-path.js'

/** 办法. The list of versions, or one of them: `id/version/tab`. */
export function RegulationsPage({ id: path }: { readonly id: string }) {
  if (path === '') return <VersionList />
  const [id = '', version = '', named = 'clauses', more] = path.split('/').map(decodeURIComponent)
  const tab = tabs.find((each) => each === named)
  if (version === '' || tab === undefined || more !== undefined) return <NotFound />
  return <VersionPage version={{ id, version }} tab={tab} key={`${id}/${version}`} />
}
