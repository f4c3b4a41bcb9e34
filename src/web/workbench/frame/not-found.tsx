import { Link } from '../link.js'
import { useWords } from '../words/language.js'

export function NotFound() {
  const words = useWords()
  return (
    <div className="problem">
      <p className="problem-title">{words.notFound}</p>
      <p>
        <Link to="">{words.desk.title}</Link>
      </p>
    </div>
  )
}
