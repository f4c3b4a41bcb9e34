export * from './matter.js'
export * from './parts.js'
export * from './problem.js'
export * from './session.js'
