import { useWords } from '../words/language.js'

/** 有更新. Says that the list has changed and leaves it to the person when to look: nothing jumps under their eyes. */
export function NewsBar({ hasNews, refresh }: { readonly hasNews: boolean; readonly refresh: () => void }) {
  const words = useWords()
  return (
    <div role="status" className="news-place">
      {hasNews && (
        <button type="button" className="news" onClick={refresh}>
          {words.news}
        </button>
      )}
    </div>
  )
}
