import type { VNode } from 'preact'
import { renderToStaticMarkup } from 'preact-render-to-string'

/** A page as it is sent. */
export const toHtml = (page: VNode): string => `<!doctype html>${renderToStaticMarkup(page)}`
