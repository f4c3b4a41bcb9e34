/** Pairs of a traditional character and its simplified ones, divided by bars. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string
  // biome-ignore lint/style/noDefaultExport: so the package has it.
  export default pairs
}
