import { buildingScale } from '../../kpi/landmarks';
import { envelopeClassOf } from '../../model/archetypes';
import type { Building } from '../../model/building';
import { END_USES, isGeneration, type EndUse } from '../../model/run';
import type { RunResult } from '../../study/runResult';
import { runOf, useAppState, useSpeech } from '../../state';
import { districtOf, floorAreaM2, unitText } from '../../state/view';
import { NARROW_NO_BREAK_SPACE } from '../../units';
import { LandmarkScale } from '../parts/LandmarkScale';

const J_PER_KWH = 3.6e6;

/** Electricity that is no building's own, as the statistics of buildings count it. */
const ELSEWHERE: ReadonlySet<EndUse> = new Set(['vehicleCharging', 'batteryCharging']);

function usedJ({ table }: RunResult, row: number): number {
  const electricity = END_USES.reduce(
    (sum, use, at) =>
      isGeneration(use) || ELSEWHERE.has(use)
        ? sum
        : sum + table.buildingEndUseJ[row * END_USES.length + at]!,
    0,
  );
  return electricity + table.buildingFuelJ[row]!;
}

/** What a building needs or uses in a year per square metre, beside buildings of its kind. */
export function BuildingLandmarks({
  building,
  scenarioId,
}: {
  readonly building: Building;
  readonly scenarioId: string;
}) {
  const { words, number } = useSpeech();
  const district = useAppState((state) => districtOf(state, scenarioId));
  const result = useAppState((state) => runOf(state, scenarioId).result);
  const row = result?.rows.buildingIds.indexOf(building.id) ?? -1;
  const { use } = building;
  const scale = district === null ? null : buildingScale(use, envelopeClassOf(use), district.archetypeRegion);
  if (result === null || row < 0 || scale === null) return null;
  const joules = scale.of === 'heatNeed' ? result.table.buildingHeatNeedJ[row]! : usedJ(result, row);
  const value = joules / J_PER_KWH / floorAreaM2(building);
  const name = words(`parts.landmarks.${scale.of}`);
  return (
    <section aria-label={name} data-testid="building-landmarks" data-value={value}>
      <p className="figure-label">
        {name}{' '}
        <b className="number">
          {number(value)}
          {NARROW_NO_BREAK_SPACE}
          {unitText(scale.unit)}
        </b>
      </p>
      <LandmarkScale scale={scale} value={value} name={name} />
    </section>
  );
}
