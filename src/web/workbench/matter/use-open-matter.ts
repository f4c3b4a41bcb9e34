import { useCallback, useEffect, useState } from 'react'
import type { MatterView } from '../../../contract/index.js'
import { useAsked } from '../as-of/as-of.js'
import { useLoad } from '../use-load.js'
import { useWords } from '../words/language.js'
import type { Done } from './done-line.js'
import { useMatterNews } from './use-matter-news.js'

/** A matter somebody has open: loaded, watched for news, named in the title of the page unless it stands beside a list; `done` is the act they did last. */
export function useOpenMatter(id: string, isBeside = false) {
  const words = useWords()
  const path = useAsked()(`/api/matters/${encodeURIComponent(id)}`)
  const { loaded, reload } = useLoad<MatterView>(path)
  const [done, setDone] = useState<Done | null>(null)
  const matter = loaded.status === 'ready' ? loaded.value : null
  const { hasNews, forget } = useMatterNews(path, id, matter?.revision ?? null)
  useEffect(() => {
    if (!isBeside) document.title = `${matter?.title ?? words.loading} · ${words.product}`
  }, [matter?.title, words, isBeside])
  const refresh = useCallback((): void => {
    forget()
    reload()
  }, [forget, reload])
  return { loaded, reload, refresh, hasNews, done, setDone }
}
