import { CARBON_DEFINITIONS } from './carbon';
import { COMFORT_DEFINITIONS } from './comfort';
import { DECISION_DEFINITIONS } from './decision';
import { sourceText, type KpiDefinition } from './definition';
import { ECONOMICS_DEFINITIONS } from './economics';
import { LOAD_DEFINITIONS } from './load';
import { POLICY_DEFINITIONS } from './policyLadder';
import { ENERGY_BURDEN, POVERTY_DEFINITIONS } from './poverty';
import { POWER_QUALITY_DEFINITIONS } from './powerQuality';
import { RELIABILITY_DEFINITIONS } from './reliability';
import { RESILIENCE_DEFINITIONS } from './resilience';
import { FINAL_ENERGY_PER_INHABITANT, U4SSC_INDICATORS } from './u4ssc';

export interface DefinitionGroup {
  readonly title: string;
  readonly definitions: readonly KpiDefinition[];
}

/** Every indicator with a definition record, in the order it is shown. */
export const KPI_CATALOGUE: readonly DefinitionGroup[] = [
  { title: 'U4SSC indicators', definitions: [...U4SSC_INDICATORS, FINAL_ENERGY_PER_INHABITANT] },
  { title: 'Reliability', definitions: RELIABILITY_DEFINITIONS },
  { title: 'Load', definitions: LOAD_DEFINITIONS },
  { title: 'Power quality', definitions: POWER_QUALITY_DEFINITIONS },
  { title: 'Comfort', definitions: COMFORT_DEFINITIONS },
  { title: 'Money', definitions: ECONOMICS_DEFINITIONS },
  { title: 'Energy poverty', definitions: [...Object.values(POVERTY_DEFINITIONS), ENERGY_BURDEN] },
  { title: 'Carbon', definitions: CARBON_DEFINITIONS },
  { title: 'Policy and decision', definitions: [...POLICY_DEFINITIONS, ...DECISION_DEFINITIONS] },
  { title: 'Resilience', definitions: RESILIENCE_DEFINITIONS },
];

const BETTER = {
  higher: 'higher is better',
  lower: 'lower is better',
  neither: 'neither way is better',
} as const;

/** The catalogue as definitions.md holds it. */
export function catalogueText(groups: readonly DefinitionGroup[] = KPI_CATALOGUE): string {
  const sections = groups.map(
    ({ title, definitions }) => `## ${title}\n\n${definitions.map(definitionText).join('\n')}\n`,
  );
  return ['# Definitions of the indicators\n', ...sections].join('\n');
}

function definitionText(kpi: KpiDefinition): string {
  const unit = kpi.unit === '1' ? 'no unit' : kpi.unit;
  return `- **${kpi.name}** \`${kpi.symbol}\` (${unit}; ${BETTER[kpi.direction]}). ${kpi.definition} Boundary: ${kpi.boundary}. Source: ${sourceText(kpi)}.`;
}
