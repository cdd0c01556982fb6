import { attributeWith } from '../../../src/engine/attributeWith';
import { evaluateWith } from '../../../src/engine/evaluate';
import type { Scenario } from '../../../src/model/scenario';
import {
  compareScenarios,
  districtKpisIn,
  lastOf,
  rememberYears,
  withCosts,
  withMoney,
  withReliability,
  type Comparison,
} from '../../../src/study/comparison';
import { moneyYear } from '../../../src/study/money';
import { scenarioCosts } from '../../../src/study/scenarioCosts';
import { inProcessEngine } from '../../engine/inProcess';
import { inputOf, measure, smallTown } from '../../engine/smallTown';
import { valueOf } from '../../study/comparison/fakes';

/** What a file may say. */
export const HOSTILE = '<script>alert(1)</script> & "all" </style><img src=x onerror=\'alert(2)\'>';

/** A small town before, electrified, and the same by copper: priced, ranked, explained and attributed by the real engine. */
export async function townComparison(buildings: number): Promise<Comparison> {
  const engine = inProcessEngine(2);
  try {
    const { scenario: today, ...input } = inputOf(smallTown(buildings));
    const electrified: Scenario = {
      ...today,
      id: 'electrified',
      name: HOSTILE,
      description: `${HOSTILE} All heat with heat pumps and drive electric cars.`,
      year: 2035,
      notes: [HOSTILE],
      measures: [measure('heatPumps', 1), measure('vehiclesUnmanaged', 1)],
      assumptions: [
        { key: 'gasPriceEurPerKwh', value: 0.14, unit: 'EUR/kWh', source: HOSTILE, date: '2026-01-01' },
      ],
    };
    const copper: Scenario = {
      ...electrified,
      id: 'copper',
      name: 'Electrified, by copper',
      measures: [
        ...electrified.measures,
        measure('transformerReplacement', 1),
        measure('energyCommunity', 0.9),
      ],
    };
    const costsOf = (scenario: Scenario) => scenarioCosts({ ...input, scenario });
    const priced = withCosts(evaluateWith(engine, input), costsOf, districtKpisIn);
    const metersOf = (scenario: Scenario) => engine.meters({ ...input, scenario });
    const supplied = withReliability(priced.evaluate, priced.kpisIn);
    const billed = withMoney(supplied.evaluate, metersOf, costsOf, supplied.kpisIn);
    const stream = compareScenarios(rememberYears(billed.evaluate, undefined, billed.kpisIn), {
      scenarios: [electrified, today, copper],
      baseline: 1,
      wishes: { weights: { carbon: 1, peakImport: 1 } },
      attribute: attributeWith(engine, input),
      attribution: {},
      costsOf,
      moneyOf: async (year, costs) => {
        const meters = valueOf(await metersOf(year.scenario));
        return moneyYear({ year, meters, ...(costs === undefined ? {} : { costs }) });
      },
    });
    return valueOf(await lastOf(stream));
  } finally {
    engine.dispose();
  }
}
