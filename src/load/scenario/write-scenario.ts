import { stringify } from 'yaml'
import { formatVersion } from '../format/format-version.js'
import type { ScenarioInput } from './schema-scenario.js'

/** An example as its file holds it. */
export const scenarioText = (scenario: ScenarioInput): string =>
  stringify({ ...scenario, format: formatVersion }, { lineWidth: 0 }).replace(/^([\s\S]*)(format: \d+\n)$/, '$2$1')
