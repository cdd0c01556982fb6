import { basisOf, type Kpi } from '../../kpi';
import { toKpi, type KpiDefinition } from '../../kpi/definition';
import type { District } from '../../model/district';
import { succeed, type Issue } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import { RELIABILITY_IN_YEAR, reliabilityKpis, reliabilityStudy, supplyReadings } from '../reliability';
import type { RunResult } from '../runResult';
import type { Evaluate } from '../scenarioYear';
import type { KpisIn } from '../yearKpis';

interface Supplied {
  readonly kpis: readonly Kpi[];
  readonly issues: readonly Issue[];
}

const untold = (definition: KpiDefinition): Kpi =>
  toKpi({ definition, value: Number.NaN, quality: 'unknown_untraceable' });

/**
 * Expected reliability of a district whose year is there, and the U4SSC indicators of metering, monitoring and outages. Remote
 * switches, meters and telemetry leave the run as it is: scenarios that differ in them share its result, and differ here.
 */
function supplied(result: RunResult, scenario: Scenario, district: District): Supplied {
  const basis = basisOf(scenario);
  const study = reliabilityStudy(district, basis.factors, result);
  const expected = study.ok
    ? reliabilityKpis(district, study.value, basis)
    : RELIABILITY_IN_YEAR.map((definition) => untold(definition));
  const readings = supplyReadings(district, basis, study.ok ? study.value : undefined).map(
    ({ indicator, reading }) => (reading.ok ? toKpi(reading.value) : untold(indicator)),
  );
  return {
    kpis: [...expected, ...readings].map((kpi) => ({ ...kpi, group: 'reliability' })),
    issues: study.issues.map((issue) => ({ ...issue, severity: 'warning' })),
  };
}

/** The same, of a year by itself. */
export const reliabilityKpisIn: KpisIn = (result, scenario, district) =>
  supplied(result, scenario, district).kpis;

/** Years with expected reliability of supply among the indicators, and how these are counted anew under other assumptions. */
export function withReliability(
  evaluate: Evaluate,
  kpisIn: KpisIn,
): { readonly evaluate: Evaluate; readonly kpisIn: KpisIn } {
  // What there is to say of the network is said once, not of every scenario.
  const said = new Set<string>();
  const unsaid = ({ code, source, value }: Issue): boolean => {
    const key = `${code} ${source} ${value}`;
    if (said.has(key)) return false;
    said.add(key);
    return true;
  };
  return {
    kpisIn: (result, scenario, district) => [
      ...kpisIn(result, scenario, district),
      ...reliabilityKpisIn(result, scenario, district),
    ],
    evaluate: async (scenario) => {
      const outcome = await evaluate(scenario);
      if (!outcome.ok) return outcome;
      const { result, district, kpis } = outcome.value;
      const found = supplied(result, scenario, district);
      return succeed({ ...outcome.value, kpis: [...kpis, ...found.kpis] }, [
        ...outcome.issues,
        ...found.issues.filter(unsaid),
      ]);
    },
  };
}
