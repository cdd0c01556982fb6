import { addSession, sessionOf, vehicleOf } from '../../../src/sim/devices';
import { atCoarserStep, coincidenceCurve, type LoadSet } from '../../../src/study/coincidence';
import table from './case.json';
import { type Comparison, largest, percent as percentOf } from '../markdown';
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

let both: readonly (readonly Row[])[] | undefined;
/** With the table's showers and with ours, worked out once. */
function bothRows(): readonly (readonly Row[])[] {
  both ??= [REFERENCE_SHOWERS, OUR_SHOWERS].map((showers) => rowsOf(ourDays(showers)));
  return both;
}

/** What README.md holds between its markers. */
export function readmeTables([reference, ours] = bothRows()): Readonly<Record<string, string>> {
  return { reference: householdTable(reference!), ours: householdTable(ours!), vehicles: vehicleTable() };
}

/** Furthest from the table of all peaks and coincidences, from a step on. */
function worstShare(rows: readonly Row[], fromStepMin: number): number {
  return largest(
    rows.flatMap((row, r) => {
      if (row.stepMin < fromStepMin) return [];
      const { peakKW, coincidence } = table.expected[r]!;
      return [
        ...row.peakKW.map((kW, i) => kW / peakKW[i]! - 1),
        ...row.coincidence.map((share, i) => share / coincidence[i]! - 1),
      ];
    }),
  );
}

export function comparisons([reference, ours] = bothRows()): Comparison[] {
  const { counts } = table.input;
  const gated = [
    { name: "with the table's showers", rows: reference!, fromStepMin: 1 },
    { name: 'as shipped', rows: ours!, fromStepMin: 15 },
  ];
  return gated.map(({ name, rows, fromStepMin }) => ({
    folder: 'household-diversity',
    compared: `peak and coincidence of ${counts[0]} to ${counts.at(-1)} homes, ${name}, steps from ${fromStepMin} min`,
    against: 'IEEE European LV Test Feeder',
    figure: `${percentOf(worstShare(rows, fromStepMin))} at worst`,
    tolerance: percentOf(table.tolerance.share, 0),
  }));
}
