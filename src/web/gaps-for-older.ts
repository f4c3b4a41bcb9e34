import type { Container, Declaration, Plugin } from 'postcss'

/**
 * Where a row has its gap, engines before Chromium 84 have none: they know gaps of grids only. Asked by what came into Chromium with 85 and
 * into the others long before what is supported of them: none can be asked for the gap itself.
 */
const before84 = '(not (counter-set: none)) and (not (aspect-ratio: 1))'

const isConditional = (within: Container | undefined): boolean =>
  within?.type === 'root' || (within?.type === 'atrule' && 'name' in within && /^media$/.test(String(within.name)))

/**
 * Gives the parts of a flex row or column margins in place of the gap, in engines that know none there. Margins stand between parts only;
 * a row that wraps begins its further lines a gap further in.
 */
export const gapsForOlder: Plugin = {
  postcssPlugin: 'gaps-for-older',
  OnceExit(root, { AtRule }) {
    root.walkRules((rule) => {
      const said = new Map<string, Declaration>()
      rule.each((node) => void (node.type === 'decl' && said.set(node.prop, node)))
      const gap = said.get('gap')
      if (gap === undefined || !/flex$/.test(said.get('display')?.value ?? '') || !isConditional(rule.parent as Container)) return
      const [down = '0', along = down] = gap.value.split(/\s+(?![^(]*\))/)
      const isColumn = said.get('flex-direction')?.value.startsWith('column') === true
      const margins = rule.clone({ selector: rule.selectors.map((each) => `${each} > * + *`).join(', ') })
      margins
        .removeAll()
        .append(isColumn ? gap.clone({ prop: 'margin-top', value: down }) : gap.clone({ prop: 'margin-left', value: along }))
      const condition = new AtRule({ name: 'supports', params: before84, ...(rule.source && { source: rule.source }) })
      condition.append(margins)
      rule.after(condition)
    })
  },
}
