/** What the screens say of the figures that a regulation declares. */
export const ratesWords = {
  zh: {
    title: '指标',
    lead: '按办法写明的口径计算；点数字看事项。',
    nothing: '没有可算的事项',
    before: '上期',
    lastYear: '去年同期',
    points: (points: string): string => `${points} 个百分点`,
    tooFew: '件数少，不比',
    without: (excluded: number, share: string, numerator: number, denominator: number): string =>
      `剔除 ${excluded} 件后：${share}（${numerator} / ${denominator}）`,
    openExcluded: (name: string, count: number): string => `${name}，剔除的 ${count} 件，查看事项`,
    definition: '口径',
    numerator: '分子',
    denominator: '分母',
    ofName: (name: string): string => `${name}的分母`,
    outName: (name: string): string => `${name}里剔除的`,
  },
  en: {
    title: 'Declared figures',
    lead: 'As the regulation declares them; a number opens its matters.',
    nothing: 'Nothing to be counted',
    before: 'Time span before',
    lastYear: 'Same time span last year',
    points: (points: string): string => `${points} ${Number(points) === 1 ? 'point' : 'points'}`,
    tooFew: 'too few to compare',
    without: (excluded: number, share: string, numerator: number, denominator: number): string =>
      `Without the ${excluded} left out: ${share} (${numerator} of ${denominator})`,
    openExcluded: (name: string, count: number): string => `${name}, ${count} left out, see the matters`,
    definition: 'What is counted',
    numerator: 'Counted',
    denominator: 'Of',
    ofName: (name: string): string => `${name}: of what`,
    outName: (name: string): string => `${name}: left out`,
  },
}
