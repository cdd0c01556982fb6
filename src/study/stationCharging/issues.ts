import type { Issue } from '../../model/outcome';
import { J_PER_KWH } from '../../units/suffixes';
import type { RunResult } from '../runResult';

const MAX_NAMED = 5;

const carsInWords = (count: number): string => (count === 1 ? '1 car' : `${count} cars`);

/** Names the buildings whose cars left without all they had asked for; empty where every car was served. */
export function unservedChargingIssues(
  districtId: string,
  { rows, charging }: Pick<RunResult, 'rows' | 'charging'>,
): readonly Issue[] {
  if (charging === undefined) return [];
  const lacking = charging.unservedJ.flatMap((unservedJ, car) => (unservedJ > 0 ? [{ car, unservedJ }] : []));
  if (lacking.length === 0) return [];
  const ids = [...new Set(lacking.map(({ car }) => rows.buildingIds[charging.rowOfCar[car]!]!))];
  const more = ids.length > MAX_NAMED ? ` and ${ids.length - MAX_NAMED} more` : '';
  const kWh = lacking.reduce((sum, { unservedJ }) => sum + unservedJ, 0) / J_PER_KWH;
  return [
    {
      severity: 'warning',
      code: 'charging-unserved',
      source: districtId,
      where: `${ids.slice(0, MAX_NAMED).join(', ')}${more}`,
      field: 'vehicles.stationLimitShare',
      value: `${kWh.toFixed(1)} kWh`,
      message: `${carsInWords(lacking.length)} left at least once without all that was asked for, ${kWh.toFixed(1)} kWh in the year: the limit of the station had no room for that before departure.`,
      remedy: 'Take a higher share of the rating, a larger transformer, or fewer cars behind it.',
    },
  ];
}
