import { useLanguage } from '../words/language.js'

/** Each language is offered in its own words. */
export function LanguageSwitch() {
  const { language, choose } = useLanguage()
  const other = language === 'zh' ? { id: 'en' as const, name: 'English' } : { id: 'zh' as const, name: '中文' }
  return (
    <button type="button" className="bar-button" lang={other.id} onClick={() => choose(other.id)}>
      {other.name}
    </button>
  )
}
