import { gzipSync } from 'node:zlib'

export type Page = { readonly path: string; readonly status: number; readonly html: string }

/** A browser in little: follows redirects and keeps cookies. One for each person. */
export type Browser = {
  get(path: string): Promise<Page>
  post(path: string, form: URLSearchParams): Promise<Page>
}

export function openBrowser(origin: string): Browser {
  const cookies = new Map<string, string>()

  async function ask(path: string, init: RequestInit): Promise<Page> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(`${origin}${path}`, { ...init, redirect: 'manual', headers: cookie === '' ? {} : { cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';', 1)[0]?.split(/=(.*)/s) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    const html = await answer.text()
    if (location === null) return { path, status: answer.status, html }
    const next = new URL(location, `${origin}${path}`)
    return ask(`${next.pathname}${next.search}`, {})
  }

  return { get: (path) => ask(path, {}), post: (path, form) => ask(path, { method: 'POST', body: form }) }
}

const plain = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? null : plain(found)
}

/** Pages of the same site that a page leads to. */
export const linksIn = ({ html }: Page): readonly string[] =>
  [...html.matchAll(/<a\b[^>]*>/g)]
    .flatMap(([tag]) => attribute(tag, 'href')?.split('#')[0] ?? [])
    .filter((href) => href.startsWith('/'))

/** Styles, scripts and pictures without which the page is not whole. */
export const assetsIn = ({ html }: Page): readonly string[] =>
  [...html.matchAll(/<(link|script|img)\b[^>]*>/g)].flatMap(([tag, kind]) => {
    if (kind === 'link' && !/rel="(stylesheet|modulepreload)"/.test(tag)) return []
    const address = attribute(tag, kind === 'link' ? 'href' : 'src')
    return address?.startsWith('/') ? [address] : []
  })

/** The form that is sent to `action`, filled in as shortly as it may be. */
export function filledForm({ html }: Page, action: string, text: string): URLSearchParams {
  const form = html.split(/<form\b/).find((part) => attribute(part.split('>')[0] ?? '', 'action') === action)
  const filled = new URLSearchParams()
  for (const [whole, tag] of (form ?? '').matchAll(/<(input|textarea|select)\b[^>]*>/g)) {
    const [name, type] = [attribute(whole, 'name'), attribute(whole, 'type')]
    if (name === null || type === 'file' || type === 'checkbox' || type === 'submit' || (type === 'radio' && filled.has(name)))
      continue
    if (type === 'hidden' || type === 'radio') filled.set(name, attribute(whole, 'value') ?? '')
    else if (tag === 'select') filled.set(name, optionIn(form ?? '', whole))
    else if (/\brequired\b/.test(whole)) filled.set(name, text)
  }
  return filled
}

function optionIn(form: string, select: string): string {
  const options = form.slice(form.indexOf(select)).split('</select>')[0] ?? ''
  const values = [...options.matchAll(/<option\b[^>]*>/g)].map(([tag]) => attribute(tag, 'value') ?? '')
  return values.find((value) => value !== '') ?? ''
}

export const bytesOf = (text: string): number => Buffer.byteLength(text)
export const gzipBytesOf = (text: string): number => gzipSync(text).length
