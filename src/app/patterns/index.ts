export { answerPattern } from './answer-pattern.js'
export { keepPatterns } from './keep-patterns.js'
export { readPatterns } from './read-patterns.js'
export { switchPatterns } from './switch-patterns.js'
