import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { failure, wordsOf } from '../app/index.js'
import type { HttpDeps } from './http-deps.js'
import { langOf } from './language.js'
import { sendFailure } from './problem.js'

type Chunk = {
  readonly file: string
  readonly css?: readonly string[]
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
}
type Shell = { readonly script: string; readonly styles: readonly string[]; readonly preloads: readonly string[] }

/** The workbench: its files as built, and the page around them with a nonce for the styles that it makes itself. */
export async function workbenchRoutes(app: FastifyInstance, { settings }: HttpDeps): Promise<void> {
  const folder = settings.webFolder
  const shellOf = folder === null ? () => null : shellIn(join(folder, '.vite/manifest.json'))
  if (folder !== null && existsSync(join(folder, 'assets'))) {
    const { default: serveFiles } = await import('@fastify/static')
    await app.register(serveFiles, {
      root: join(folder, 'assets'),
      prefix: '/workbench/assets/',
      immutable: true,
      // The build wrote `.br` and `.gz` beside each file.
      preCompressed: true,
      maxAge: '365d',
      index: false,
      decorateReply: false,
    })
  }
  const page = async (request: Parameters<typeof langOf>[0], reply: Parameters<typeof sendFailure>[0]) => {
    const shell = shellOf()
    if (shell === null)
      return sendFailure(
        reply,
        failure(wordsOf(langOf(request)), 'not-found', {
          detail: 'The workbench is not built: run script/server, or npm run build.',
        }),
      )
    const nonce = randomBytes(16).toString('base64')
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', policy(nonce))
      .header('cache-control', 'no-store')
      .send(html(shell, nonce))
  }
  app.get('/workbench', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/workbench/', 302))
  app.get('/workbench/*', { schema: { hide: true } }, page)
}

/** What the page names, read anew when another build was put in place: files of the one before may be gone, and the page would stay white. */
function shellIn(manifest: string): () => Shell | null {
  let kept: { readonly writtenAt: number; readonly shell: Shell | null } | null = null
  return () => {
    const writtenAt = statSync(manifest, { throwIfNoEntry: false })?.mtimeMs
    // Between two builds there is none; what was read last is as good as nothing else.
    if (writtenAt === undefined) return kept?.shell ?? null
    if (kept?.writtenAt !== writtenAt) kept = { writtenAt, shell: readShell(manifest) }
    return kept.shell
  }
}

function readShell(file: string): Shell | null {
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Chunk>>
  const entry = Object.values(manifest).find((chunk) => chunk.isEntry === true)
  if (entry === undefined) return null
  const imported = (entry.imports ?? []).flatMap((name) => manifest[name] ?? [])
  return {
    script: entry.file,
    styles: [...new Set([entry, ...imported].flatMap(({ css }) => css ?? []))],
    preloads: imported.map((chunk) => chunk.file),
  }
}

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const at = (file: string): string => `/workbench/${file}`

/** Stands until the scripts have taken its place. Where they cannot be read, it stays: the oldest that can are named here and in `build.target`. */
const needs = {
  zh: '正在打开工作台。如果一直停在这里，请换用较新的浏览器：Chrome 78、Edge 79、Firefox 93、Safari 16.4 以上；360、QQ 等双核浏览器请切换到“极速模式”。网民页面不受影响。',
  en: 'Opening the workbench. If this stays, please use a newer browser: Chrome 78, Edge 79, Firefox 93, Safari 16.4 or later. The pages for citizens work without.',
} as const

const html = ({ script, styles, preloads }: Shell, nonce: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="csp-nonce" content="${nonce}">
<link rel="icon" href="data:,">
<title>Huiyin</title>
<style nonce="${nonce}">.wait{max-width:40em;margin:3rem auto;padding:0 1rem;line-height:1.8;animation:appear 1s 4s backwards}@keyframes appear{from{opacity:0}}</style>
${styles.map((file) => `<link rel="stylesheet" href="${at(file)}">`).join('\n')}
${preloads.map((file) => `<link rel="modulepreload" href="${at(file)}">`).join('\n')}
<script type="module" src="${at(script)}"></script>
</head>
<body><div id="workbench"><p class="wait" lang="zh-CN">${needs.zh}</p><p class="wait" lang="en">${needs.en}</p></div></body>
</html>
`
