import { Link } from '../link.js'
import { useSignedIn } from '../session.js'
import { useWords } from '../words/language.js'

/** 导入来件. Shown to the office, who keeps the lists that letters come in by. */
export function ImportLink() {
  const words = useWords()
  const { role } = useSignedIn()
  return role.mayImport ? (
    <Link to="import" className="main-link">
      {words.imports.open}
    </Link>
  ) : null
}
