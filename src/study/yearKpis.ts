import { basisOf, districtKpis, type Kpi } from '../kpi';
import { ratingsOfRows } from '../kpi/dynamicRating';
import type { District } from '../model/district';
import type { Scenario } from '../model/scenario';
import type { RunResult } from './runResult';

/** Indicators of a finished year under what a scenario assumes; the district is the scenario's, with its measures in place. */
export type KpisIn = (result: RunResult, scenario: Scenario, district: District) => readonly Kpi[];

/** The indicators that every year has: transformers with a dynamic rating are held against it. */
export const districtKpisIn: KpisIn = (result, scenario, { network }) =>
  districtKpis(result, basisOf(scenario), ratingsOfRows(result, network?.transformers ?? []));
