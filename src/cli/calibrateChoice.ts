import type { BuildingModel } from '../model/buildingModel';
import type { Building } from '../model/building';
import type { Issue } from '../model/outcome';
import { heatingEfficiencyOf } from '../sim/devices/heatingSystems';
import { heldBack, type MeteredUse, type ParameterChoice } from '../study/calibration';
import { CommandFailure, EXIT } from './exit';

/** Moved where nobody names parameters: what an envelope survey leaves most open and hourly readings can tell apart. */
const USUAL: Readonly<Record<MeteredUse, readonly string[]>> = {
  heating: ['infiltrationFactor', 'heatingSetpointOffsetK', 'internalGainFactor'],
  cooling: ['infiltrationFactor', 'coolingSetpointOffsetK', 'internalGainFactor'],
  electricity: ['infiltrationFactor', 'heatingSetpointOffsetK', 'internalGainFactor', 'baseLoadW'],
};

export interface ChoiceTexts {
  readonly parameters?: string | undefined;
  readonly start?: string | undefined;
  readonly bounds?: string | undefined;
  readonly efficiency?: string | undefined;
}

/** What is to be moved, from where and how far, out of the command line; every wrong word is named. */
export function choiceOf(texts: ChoiceTexts, use: MeteredUse): ParameterChoice {
  const issues: Issue[] = [];
  const start: [string, number][] = entriesOf(texts.start).map(({ name, text, entry }) => {
    const value = numberOf(text);
    if (Number.isNaN(value)) issues.push(wordIssue('--start', entry, 'NAME=VALUE'));
    return [name, value];
  });
  if (texts.efficiency !== undefined) {
    const value = numberOf(texts.efficiency);
    if (Number.isNaN(value))
      issues.push(wordIssue('--efficiency', texts.efficiency, 'a number, such as 0.9'));
    if (start.some(([name]) => name === 'systemEfficiency'))
      issues.push(wordIssue('--efficiency', texts.efficiency, 'systemEfficiency once'));
    start.push(['systemEfficiency', value]);
  }
  const bounds = entriesOf(texts.bounds).map(({ name, text, entry }) => {
    const [lower, upper, ...more] = text.split(':').map(numberOf);
    const pair: [number, number] = [lower ?? NaN, upper ?? NaN];
    if (more.length > 0 || pair.some(Number.isNaN))
      issues.push(wordIssue('--bounds', entry, 'NAME=LOWER:UPPER'));
    return [name, pair] as const;
  });
  if (issues.length > 0) throw new CommandFailure(EXIT.badInput, issues);
  return {
    ids: texts.parameters === undefined ? USUAL[use] : wordsOf(texts.parameters),
    start: Object.fromEntries(start),
    bounds: Object.fromEntries(bounds),
  };
}

const wordsOf = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

const entriesOf = (text: string | undefined): { name: string; text: string; entry: string }[] =>
  wordsOf(text ?? '').map((entry) => {
    const [name = '', ...rest] = entry.split('=');
    return { name: name.trim(), text: rest.join('='), entry };
  });

function numberOf(text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) ? value : NaN;
}

const wordIssue = (option: string, value: string, wanted: string): Issue => ({
  severity: 'error',
  code: 'command-line',
  source: 'command line',
  field: option,
  value,
  message: 'This cannot be read.',
  remedy: `Give ${wanted}.`,
});

/** Electricity for heat and cold depends on machines that no building file names: nobody's default would be right. */
export function efficiencyIssues(
  { zones }: BuildingModel,
  use: MeteredUse,
  { start = {} }: ParameterChoice,
): Issue[] {
  if (use !== 'electricity') return [];
  const has = (plant: 'heating' | 'cooling'): boolean => zones.some((zone) => zone[plant] !== undefined);
  return [
    ...(has('heating') && start['systemEfficiency'] === undefined
      ? [efficiencyIssue('heating', 'systemEfficiency')]
      : []),
    ...(has('cooling') && start['coolingEfficiency'] === undefined
      ? [efficiencyIssue('cooling', 'coolingEfficiency')]
      : []),
  ];
}

const efficiencyIssue = (plant: 'heating' | 'cooling', id: string): Issue => ({
  severity: 'error',
  code: 'calibration-efficiency-missing',
  source: 'command line',
  field: id,
  message: `The building has ${plant}, and how much electricity that takes is not said.`,
  remedy: `Give --start ${id}=VALUE: 1 for direct heat, the mean coefficient of performance for a heat pump or a chiller.`,
});

/**
 * A choice for a district's building: without what it cannot hold where nobody named parameters, and with the efficiency that
 * the district gives its heating, unless one is stated. Heat pumps and coolers, whose figures follow the weather, have to be
 * told for a meter of electricity.
 */
export function inDistrict(
  building: Building,
  use: MeteredUse,
  choice: ParameterChoice,
  isNamed: boolean,
): ParameterChoice {
  const ids = isNamed ? choice.ids : choice.ids.filter((id) => heldBack(building, id) === null);
  const efficiency = heatingEfficiencyOf(building);
  const start = { ...choice.start };
  const issues: Issue[] = [];
  if (use !== 'cooling' && building.heating !== 'none' && start['systemEfficiency'] === undefined) {
    if (efficiency !== null) start['systemEfficiency'] = efficiency;
    else if (use === 'electricity') issues.push(efficiencyIssue('heating', 'systemEfficiency'));
  }
  if (use === 'electricity' && building.cooling !== 'none' && start['coolingEfficiency'] === undefined)
    issues.push(efficiencyIssue('cooling', 'coolingEfficiency'));
  if (issues.length > 0) throw new CommandFailure(EXIT.badInput, issues);
  return { ...choice, ids, start };
}
