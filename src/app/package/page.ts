import type { Lang } from '../../contract/index.js'

/** Markup that is put in as it is. */
export type Markup = { readonly markup: string }

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const plain = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

type Part = string | number | Markup | readonly Markup[]
const written = (part: Part): string => {
  if (typeof part === 'string' || typeof part === 'number') return plain(String(part))
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
}

/** A piece of a page: what is put in is text, unless it is markup made by this. */
export const html = (pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: pieces.map((piece, at) => piece + (at < parts.length ? written(parts[at] ?? '') : '')).join(''),
})

const style = `@page { size: A4; margin: 18mm 16mm } body { font: 15px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #1b2733; max-width: 52rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; line-height: 1.35; margin: 0 0 .5rem } h2 { font-size: 1.1rem; margin: 1.8rem 0 .4rem; border-bottom: 2px solid #1d4f91; color: #1d4f91 }
table { border-collapse: collapse; width: 100%; margin: .4rem 0 } th, td { border: 1px solid #c7d0da; padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere } th { background: #f2f5f9; font-weight: 600 } table.said th { width: 9rem }
td.words { white-space: pre-wrap } ol, ul { padding-left: 1.4rem } li { margin: .2rem 0 } code { font: 12px/1.5 ui-monospace, Consolas, monospace; overflow-wrap: anywhere } small, .soft { color: #586776 } .in { margin-top: 3rem; break-before: page } nav { margin: .5rem 0 1rem }
@media print { body { margin: 0; max-width: none; font-size: 11pt } nav { display: none } tr, li { break-inside: avoid } a { color: inherit; text-decoration: none } }`

/** A page that stands by itself: no script, nothing fetched; both languages, one after the other. */
export const page = (title: string, bodies: Readonly<Record<Lang, Markup>>): Uint8Array =>
  Buffer.from(
    html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${{ markup: style }}</style></head>
<body><nav><a href="#zh">中文</a> · <a href="#en" lang="en">English</a></nav>
<main><section id="zh" lang="zh-CN">${bodies.zh}</section><section id="en" class="in" lang="en">${bodies.en}</section></main></body></html>
`.markup,
  )

export type Line = readonly [name: string, value: Part]

/** Names and what they say; a line without words is left out. */
export const saidTable = (lines: readonly Line[]): Markup => {
  const filled = lines.filter(([, value]) => value !== '')
  return filled.length === 0
    ? html``
    : html`<table class="said">${filled.map(([name, value]) => html`<tr><th scope="row">${name}</th><td class="words">${value}</td></tr>`)}</table>`
}

export const table = (heads: readonly string[], rows: readonly (readonly Part[])[]): Markup =>
  rows.length === 0
    ? html``
    : html`<table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map(
        (row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`,
      )}</tbody></table>`

/** A headed part of a page; none where there is nothing in it. */
export const section = (title: string, body: Markup): Markup => (body.markup === '' ? body : html`<h2>${title}</h2>${body}`)
