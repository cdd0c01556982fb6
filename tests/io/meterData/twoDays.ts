import { readMeterCsv, totalOf, type MeterChoices } from '../../../src/io/meterData';

/** Two days of hours in UTC, 1 to 7 Wh in turn; line 2 is hour 0. */
export const HOURS = Array.from({ length: 48 }, (_, i) => ({
  at: Date.UTC(2024, 4, 1) + i * 3_600_000,
  wh: ((i * 3) % 7) + 1,
}));
export const iso = (at: number) => new Date(at).toISOString().slice(0, 16) + 'Z';
export const LINES = ['time,import_wh', ...HOURS.map(({ at, wh }) => `${iso(at)},${wh}`)];
export const ALL_WH = HOURS.reduce((sum, { wh }) => sum + wh, 0);
export const hourAt = (line: number) => HOURS[line - 2]!;

/** What a file gives, its energy in Wh and the hours that have one. */
export function read(lines: readonly string[], choices: MeterChoices = {}) {
  const { value, issues } = readMeterCsv(lines.join('\n'), 'bad.csv', choices);
  const { series } = value;
  const total = series === null ? null : totalOf(series, series.channels[0]!);
  return {
    value,
    issues,
    series,
    wh: total === null ? null : total.energyJ / 3600,
    hours: total === null ? null : total.coveredS / 3600,
  };
}

export const withLine = (line: number, text: string) => LINES.map((old, i) => (i === line - 1 ? text : old));
