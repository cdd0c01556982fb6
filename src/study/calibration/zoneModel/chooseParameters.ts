import type { BuildingModel } from '../../../model/buildingModel/types';
import { type Issue, type Outcome, settle } from '../../../model/outcome';
import type { CalibrationParameter } from '../parameters';
import {
  type MeteredUse,
  ZONE_PARAMETERS,
  type ZoneParameter,
  zoneParameter,
  type ZoneParameterValues,
} from './zoneParameters';

/** What a calibration is asked to do; names come from outside and may be wrong. */
export interface ParameterChoice {
  /** Parameters to be moved. */
  readonly ids: readonly string[];
  /** Values that are not the neutral ones: starts of parameters that move, fixed values of the others. */
  readonly start?: Readonly<Record<string, number>>;
  readonly bounds?: Readonly<Record<string, readonly [lower: number, upper: number]>>;
}

export interface ChosenParameters {
  readonly moving: readonly CalibrationParameter[];
  /** Starts and fixed values, of known parameters only. */
  readonly start: ZoneParameterValues;
}

/** Largest g that a factor makes of a label glazing's. */
const LARGEST_G = 0.99;

/** Parameters with start and bounds for this building and meter, or every reason against what was asked. */
export function chooseParameters(
  { ids, start = {}, bounds = {} }: ParameterChoice,
  model: BuildingModel,
  use: MeteredUse,
  meteredMeanW: number,
): Outcome<ChosenParameters> {
  const issues: Issue[] = [];
  const named = [...new Set([...ids, ...Object.keys(start), ...Object.keys(bounds)])];
  for (const id of named) issues.push(...nameIssues(id, use));
  for (const id of Object.keys(bounds)) if (!ids.includes(id)) issues.push(idleBoundsIssue(id));
  for (const [id, value] of Object.entries(start)) {
    const parameter = zoneParameter(id);
    if (parameter !== undefined && !isWithin(value, limitsOf(parameter, model)))
      issues.push(limitIssue(parameter, `${value}`, model));
  }
  if (ids.length === 0) issues.push(noneIssue());
  if (ids.includes('glazingSolarFactor')) issues.push(...layeredIssues(model));
  const moving = ids.flatMap((id): CalibrationParameter[] => {
    const parameter = zoneParameter(id);
    if (parameter === undefined) return [];
    const from = start[id] ?? parameter.neutral;
    const [lower, upper] = bounds[id] ?? usualBounds(parameter, from, model, meteredMeanW);
    const limits = limitsOf(parameter, model);
    if (bounds[id] !== undefined && !(isWithin(lower, limits) && isWithin(upper, limits)))
      issues.push(limitIssue(parameter, `${lower} to ${upper}`, model));
    return [{ id, unit: parameter.unit, start: from, lower, upper }];
  });
  return settle({ moving, start: start as ZoneParameterValues }, issues);
}

const isWithin = (value: number, [lower, upper]: readonly [number, number]): boolean =>
  value >= lower && value <= upper;

function limitsOf({ id, limits, neutral }: ZoneParameter, model: BuildingModel): readonly [number, number] {
  if (id !== 'glazingSolarFactor') return limits;
  const largest = Math.max(
    0,
    ...(model.glazings ?? []).map((each) => (each.kind === 'simple' ? each.gValue : 0)),
  );
  if (largest === 0) return limits;
  // A glazing beyond that g already stays as it is at the neutral factor.
  return [limits[0], Math.max(neutral, Math.min(limits[1], LARGEST_G / largest))];
}

function usualBounds(
  parameter: ZoneParameter,
  from: number,
  model: BuildingModel,
  meteredMeanW: number,
): readonly [number, number] {
  const range = parameter.range ?? [0, meteredMeanW];
  const [lower, upper] = limitsOf(parameter, model);
  const wanted = parameter.followsStart && !isWithin(from, range) ? [from / 2, from * 2] : range;
  return [Math.max(lower, wanted[0]!), Math.min(upper, wanted[1]!)];
}

const issue = (code: string, where: string, message: string, remedy: string, value?: string): Issue => ({
  severity: 'error',
  code,
  source: 'calibration',
  where,
  ...(value !== undefined && { value }),
  message,
  remedy,
});

const namesFor = (use: MeteredUse): string =>
  (ZONE_PARAMETERS as readonly ZoneParameter[])
    .filter(({ uses }) => uses.includes(use))
    .map(({ id }) => id)
    .join(', ');

function nameIssues(id: string, use: MeteredUse): Issue[] {
  const parameter = zoneParameter(id);
  if (parameter?.uses.includes(use) === true) return [];
  const message = parameter === undefined ? 'There is no such parameter.' : `A meter of ${use} has no ${id}.`;
  const code = parameter === undefined ? 'calibration-parameter-unknown' : 'calibration-parameter-use';
  return [issue(code, id, message, `For ${use} there are ${namesFor(use)}.`)];
}

const idleBoundsIssue = (id: string): Issue =>
  issue(
    'calibration-bounds-idle',
    id,
    'Bounds are given for a parameter that does not move.',
    'Name it among the parameters, or leave its bounds out.',
  );

const limitIssue = (parameter: ZoneParameter, value: string, model: BuildingModel): Issue => {
  const [lower, upper] = limitsOf(parameter, model);
  return issue(
    'calibration-limits',
    parameter.id,
    'The value has no meaning for this parameter.',
    `Stay within ${lower} to ${Number(upper.toPrecision(4))}.`,
    value,
  );
};

const noneIssue = (): Issue =>
  issue('calibration-no-parameter', 'parameters', 'No parameter is named.', 'Name at least one.');

function layeredIssues({ glazings }: BuildingModel): Issue[] {
  const layered = (glazings ?? []).filter(({ kind }) => kind === 'layers').map(({ id }) => id);
  if (layered.length === 0) return [];
  return [
    {
      ...issue(
        'calibration-layered-glazing',
        'glazingSolarFactor',
        'Glazings described by panes keep them: only g-values of label glazings are scaled.',
        'Describe the glazing by U and g if its g is in doubt.',
        layered.join(', ').slice(0, 80),
      ),
      severity: 'warning',
    },
  ];
}
