import { makeDemo } from './demo.js'

/** What is made before the first browser test: Playwright asks for a default export. */
export default makeDemo
