export { importRoster, previewRoster } from './import-roster.js'
export { rosterTemplate } from './roster-template.js'
