import { Link } from '../link.js'
import { useWords } from '../words/language.js'

export function NotFound() {
  const words = useWords()
  return (
    <div className="problem">
      <h1 className="problem-title">{words.notFound}</h1>
      <p>
        <Link to="">{words.desk.title}</Link>
      </p>
    </div>
  )
}
