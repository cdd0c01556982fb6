import { BILL_DEFINITIONS } from './bills/definitions';
import { CARBON_DEFINITIONS } from './carbon';
import { COMMUNITY_DEFINITIONS } from './community/definitions';
import { COMFORT_DEFINITIONS } from './comfort';
import { DECISION_DEFINITIONS } from './decision';
import { sourceText, type KpiDefinition } from './definition';
import { districtKpis } from './districtKpis';
import { ECONOMICS_DEFINITIONS } from './economics';
import { KPI_GROUPS, KPI_PLACES, type KpiGroup } from './kpiGroups';
import { BURDEN_DEFINITIONS } from './householdKpis';
import { LOAD_DEFINITIONS } from './load';
import { POLICY_DEFINITIONS } from './policyLadder';
import { ENERGY_BURDEN, POVERTY_DEFINITIONS } from './poverty';
import { POWER_QUALITY_DEFINITIONS } from './powerQuality';
import { MAJOR_EVENT_DEFINITIONS, RELIABILITY_DEFINITIONS } from './reliability';
import { RESILIENCE_DEFINITIONS } from './resilience';
import { END_USES } from '../model/run';
import { allocate } from '../sim/arrays/layout';
import { RUN_RESULTS } from '../sim/arrays/results';
import { FINAL_ENERGY_PER_INHABITANT, U4SSC_INDICATORS } from './u4ssc';

export interface DefinitionGroup {
  readonly title: string;
  readonly definitions: readonly KpiDefinition[];
  /** What has to be known of the group, in a sentence. */
  readonly note?: string;
}

const ONLY_FORMULAS = 'formulas with worked figures as tests: no run, study, command or panel counts them.';

/** Indicators that stand in no run, or are formulas for others, in the order they are shown. */
const FORMULAS: readonly DefinitionGroup[] = [
  { title: 'U4SSC indicators', definitions: [...U4SSC_INDICATORS, FINAL_ENERGY_PER_INHABITANT] },
  { title: 'Reliability', definitions: [...RELIABILITY_DEFINITIONS, ...MAJOR_EVENT_DEFINITIONS] },
  { title: 'Load', definitions: LOAD_DEFINITIONS },
  { title: 'Power quality', definitions: POWER_QUALITY_DEFINITIONS },
  {
    title: 'Comfort',
    definitions: COMFORT_DEFINITIONS,
    note: `Predicted mean vote and percentage dissatisfied are ${ONLY_FORMULAS}`,
  },
  { title: 'Money', definitions: ECONOMICS_DEFINITIONS },
  { title: 'Bills of households', definitions: [...Object.values(BILL_DEFINITIONS), ...BURDEN_DEFINITIONS] },
  { title: 'Energy communities', definitions: Object.values(COMMUNITY_DEFINITIONS) },
  { title: 'Energy poverty', definitions: [...Object.values(POVERTY_DEFINITIONS), ENERGY_BURDEN] },
  { title: 'Carbon', definitions: CARBON_DEFINITIONS },
  {
    title: 'Policy and decision',
    definitions: [...POLICY_DEFINITIONS, ...DECISION_DEFINITIONS],
    note: `Those of the policy ladder are ${ONLY_FORMULAS}`,
  },
  { title: 'Resilience', definitions: RESILIENCE_DEFINITIONS, note: `They are ${ONLY_FORMULAS}` },
];

/** No element and no step: what the indicators of a year say of themselves under the program's own factors and limits. */
function withoutRun() {
  const sizes = { building: 0, endUse: END_USES.length, state: 0, carrier: 3, bus: 0, branch: 0, transformer: 0, feeder: 0, storage: 0, step: 0, chunk: 0, stateChunk: 0, one: 1 }; // prettier-ignore
  const names = {
    buildingIds: [],
    busIds: [],
    branchIds: [],
    transformerIds: [],
    feederIds: [],
    storageIds: [],
  };
  const rows = { ...names, lineCount: 0, endUses: END_USES };
  return { table: allocate(RUN_RESULTS, sizes), rows, stepS: 3600, stepCount: 0 };
}

/** The indicators of a district's year by their groups, without those that are among the formulas by the same id. */
function yearGroups(): DefinitionGroup[] {
  const elsewhere = new Set(FORMULAS.flatMap(({ definitions }) => definitions.map(({ id }) => id)));
  const kpis = districtKpis(withoutRun());
  const groups = (Object.keys(KPI_GROUPS) as KpiGroup[]).map((group) => ({
    title: `A district's year: ${KPI_GROUPS[group].toLowerCase()}`,
    definitions: kpis.flatMap(({ value: _, label, betterWhen, ...kpi }): KpiDefinition[] => {
      const place = KPI_PLACES.get(kpi.id);
      if (place?.group !== group || elsewhere.has(kpi.id)) return [];
      const { symbol, evidence } = place;
      return [{ ...kpi, name: label, direction: betterWhen, symbol, evidence }];
    }),
  }));
  return groups.filter(({ definitions }) => definitions.length > 0);
}

/** Every indicator with a definition record, in the order it is shown. */
export const KPI_CATALOGUE: readonly DefinitionGroup[] = [...yearGroups(), ...FORMULAS];

const BETTER = {
  higher: 'higher is better',
  lower: 'lower is better',
  neither: 'neither way is better',
} as const;

/** The catalogue as definitions.md holds it. */
export function catalogueText(groups: readonly DefinitionGroup[] = KPI_CATALOGUE): string {
  const sections = groups.map(
    ({ title, definitions, note }) =>
      `## ${title}\n\n${note === undefined ? '' : `${note}\n\n`}${definitions.map(definitionText).join('\n')}\n`,
  );
  return ['# Definitions of the indicators\n', ...sections].join('\n');
}

function definitionText(kpi: KpiDefinition): string {
  const unit = kpi.unit === '1' ? 'no unit' : kpi.unit;
  return `- **${kpi.name}** \`${kpi.symbol}\` (${unit}; ${BETTER[kpi.direction]}). ${kpi.definition} Boundary: ${kpi.boundary}. Source: ${sourceText(kpi)}.`;
}
