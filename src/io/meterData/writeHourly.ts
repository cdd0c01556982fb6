import { writeCsv } from '../csv';
import { J_PER_KWH } from '../../units/suffixes';
import type { MeterSeries } from './meterSeries';
import { hourlyPower } from './totals';
import { localText } from './zone';

/**
 * Hours as CSV: start of the hour in local time with its offset, energy in kWh by direction, an empty cell where a
 * reading is missing. `readMeterCsv` reads it back without a question.
 */
export function writeHourlyCsv(series: MeterSeries): string {
  const hourly = series.channels.map((channel) => hourlyPower(series, channel));
  const [first] = hourly;
  if (first === undefined) return writeCsv(['start'], []);
  const rows = Array.from(first.pW, (_, hour) => [
    localText(series.clock, first.startS + hour * 3600),
    ...hourly.map(({ pW }) => (pW[hour]! * 3600) / J_PER_KWH),
  ]);
  return writeCsv(['start', ...columnNames(series)], rows);
}

function columnNames({ channels }: MeterSeries): string[] {
  return channels.map(({ direction }) => `${direction}_kwh`);
}
