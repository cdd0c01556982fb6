import { addSession, sessionOf, vehicleOf } from '../../../src/sim/devices';
import { atCoarserStep, coincidenceCurve, type LoadSet } from '../../../src/study/coincidence';
import table from './case.json';
import { OUR_SHOWERS, ourDays, REFERENCE_SHOWERS, rowsOf, valueOf, type Row } from './diversity';

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const rule = (columns: number): string => line(Array.from({ length: columns }, () => '---'));
const percent = (ours: number, theirs: number): string => {
  const rounded = Math.round((ours / theirs - 1) * 100);
  return `${rounded < 0 ? '-' : '+'}${Math.abs(rounded)} %`;
};

/** Ours with its deviation from the table, home count by home count. */
export function householdTable(rows: readonly Row[]): string {
  const { counts } = table.input;
  return [
    line(['Step', ...counts.map((count) => `N = ${count}, kW (c)`), 'g (table)']),
    rule(counts.length + 2),
    ...rows.map((row, r) =>
      line([
        `${row.stepMin} min`,
        ...row.peakKW.map((kW, i) => {
          const c = i === 0 ? '' : ` (${row.coincidence[i]!.toFixed(2)})`;
          return `${kW.toFixed(2)}${c}, ${percent(kW, table.expected[r]!.peakKW[i]!)}`;
        }),
        `${row.rusckG.toFixed(2)} (${table.expected[r]!.rusckG})`,
      ]),
    ),
  ].join('\n');
}

const VEHICLES = 100;
const VEHICLE_COUNTS = [1, 5, 10, 20, 50, 100];
const WEEK_MIN = 7 * 1440;

/** Four weeks of a hundred vehicles that charge at home, at 1 min. */
export function vehicleWeeks(managed: boolean): LoadSet {
  const steps = 4 * WEEK_MIN;
  const seriesW = Array.from({ length: VEHICLES }, (_, v) => {
    const vehicle = vehicleOf(11, `home ${v}`, 0, managed, 3);
    const window = { values: new Float64Array(steps), offset: 0, fromStep: 0, toStep: steps, stepMin: 1 };
    for (let day = -1; day < 28; day += 1) {
      const session = sessionOf(vehicle, day, (day + 7) % 7 > 4, (day + 8) % 7 > 4);
      if (session) addSession(vehicle, session, window);
    }
    return window.values;
  });
  return { stepS: 60, seriesW };
}

export function vehicleTable(): string {
  return [
    line(['Charging', 'Step', ...VEHICLE_COUNTS.map((count) => `N = ${count}, kW (c)`), 'g']),
    rule(VEHICLE_COUNTS.length + 3),
    ...[false, true].flatMap((managed) => {
      const minutes = vehicleWeeks(managed);
      return [1, 15, 60].map((stepMin) => {
        const { points, rusck } = valueOf(
          coincidenceCurve(atCoarserStep(minutes, stepMin), VEHICLE_COUNTS, 1, 30),
        );
        return line([
          managed ? 'managed' : 'unmanaged',
          `${stepMin} min`,
          ...points.map(
            (point) => `${(point.peakPerLoadW / 1000).toFixed(2)} (${point.coincidence.toFixed(2)})`,
          ),
          rusck.g.toFixed(2),
        ]);
      });
    }),
  ].join('\n');
}

/** What README.md holds between its markers. */
export function readmeTables(): Readonly<Record<string, string>> {
  return {
    reference: householdTable(rowsOf(ourDays(REFERENCE_SHOWERS))),
    ours: householdTable(rowsOf(ourDays(OUR_SHOWERS))),
    vehicles: vehicleTable(),
  };
}
