import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type PackedFile, packedFile } from './public-page.js'

export type Asset = { readonly path: string; readonly type: string; readonly file: PackedFile }
/** `writing` is the script of pages where something is written: it holds what all pages do, too. */
export type PortalAssets = { readonly style: Asset; readonly script: Asset; readonly writing: Asset; readonly solver: Asset }

const styles = [
  'parts/parts.css',
  'parts/day-strip.css',
  ...['portal', 'forms', 'track', 'lists', 'older'].map((name) => `portal/${name}.css`),
]

/** Reads style and script once. Their address holds their hash, so that browsers may keep them for ever. */
export function readPortalAssets(): PortalAssets {
  const style = styles.map(readWebFile).join('\n')
  return {
    style: asset('css', 'text/css; charset=utf-8', plainStyle(style)),
    script: script('portal/enhance.js'),
    writing: script('portal/enhance.js', 'portal/writing.js'),
    // Only fetched by whoever has to do a proof of work.
    solver: script('parts/solve-proof.js'),
  }
}

/** Where the style of all plain pages is; read once. */
export function portalStylePath(): string {
  stylePath ??= readPortalAssets().style.path
  return stylePath
}

let stylePath: string | undefined

const script = (...names: readonly string[]): Asset =>
  asset('js', 'text/javascript; charset=utf-8', plainScript(names.map(readWebFile).join('\n')))

/** Without comments, needless blanks and empty lines: a phone on a slow line pays for each byte. */
const plainScript = (text: string): string => text.replace(/^\s*(\/\/.*)?\n?/gm, '')

/** As scripts are. */
const plainStyle = (style: string): string =>
  style
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .trim()

function asset(ending: string, type: string, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return { path: `/portal-assets/portal-${hash}.${ending}`, type, file: packedFile(body) }
}

/** The files lie beside the sources, and stay there when the program is bundled into one file elsewhere in the package. */
function readWebFile(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const found = [join(folder, 'web', name), join(folder, 'src/web', name)].find(existsSync)
    if (found !== undefined) return readFileSync(found, 'utf8')
  }
  throw new Error(`the portal's file ${name} is missing`)
}
