import { basisOf } from '../../kpi';
import { readingOf, type KpiReading } from '../../kpi/definition';
import {
  DEFAULT_TARGETS,
  FINAL_ENERGY_PER_INHABITANT,
  readIndicator,
  scorecard,
  U4SSC_INDICATORS,
  type Scorecard,
  type U4sscTarget,
} from '../../kpi/u4ssc';
import { J_PER_KWH } from '../../units/suffixes';
import { reliabilityStudy } from '../reliability';
import type { ScenarioYear } from '../scenarioYear';
import { indicatorInputs, type GivenInputs } from './inputs';

export interface DistrictScorecard extends Scorecard {
  /** Beside them, not scored: electricity per inhabitant rises where heat and cars electrify. */
  readonly finalEnergyPerInhabitant: KpiReading;
}

/**
 * The U4SSC indicators of a district's year: inputs filled from district, run and the expected outages of its network; what
 * they cannot tell is not reported, which is excluded and not zero.
 */
export function districtScorecard(
  year: ScenarioYear,
  given: GivenInputs = {},
  targets: readonly U4sscTarget[] = DEFAULT_TARGETS,
): DistrictScorecard {
  const reliability = reliabilityStudy(year.district, basisOf(year.scenario).factors, year.result);
  const inputs = indicatorInputs(year, given, reliability.ok ? reliability.value : undefined);
  const readings = U4SSC_INDICATORS.map((indicator) => ({
    indicator,
    reading: readIndicator(indicator, inputs.get(indicator.id) ?? {}),
  }));
  const { energyJ, inhabitants } = inputs.get(FINAL_ENERGY_PER_INHABITANT.id)!;
  const perHead = inhabitants!.value > 0 ? energyJ!.value / J_PER_KWH / inhabitants!.value : Number.NaN;
  return {
    ...scorecard(readings, targets),
    finalEnergyPerInhabitant: readingOf(FINAL_ENERGY_PER_INHABITANT, perHead, [
      energyJ!.quality,
      inhabitants!.quality,
    ]),
  };
}
