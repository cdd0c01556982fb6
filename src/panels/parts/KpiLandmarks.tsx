import { KPI_SCALES } from '../../kpi/landmarks';
import { LandmarkScale } from './LandmarkScale';

/** The landmarks of an indicator, where it has any. */
export function KpiLandmarks({
  id,
  value,
  name,
}: {
  readonly id: string;
  readonly value: number;
  readonly name: string;
}) {
  const scale = KPI_SCALES[id];
  return scale === undefined ? null : <LandmarkScale scale={scale} value={value} name={name} />;
}
