import { stringify } from 'yaml'
import type { ScenarioInput } from './schema-scenario.js'

/** An example as its file holds it. */
export const scenarioText = (scenario: ScenarioInput): string => stringify(scenario, { lineWidth: 0 })
