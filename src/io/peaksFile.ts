import { DAYS_OF_MONTH } from '../model/commonYear';
import { fail, succeed, type Issue, type Outcome } from '../model/outcome';
import type { MeasuredPeak } from '../study/peaks';
import { readCsv } from './csv';

const TIME = /^\d{4}-(\d\d)-(\d\d)[T ](\d\d):(\d\d)/;

/**
 * Measured peaks of transformers and feeders: columns `id`, `peak_kw` and, where it is known, `time` (local standard time,
 * ISO 8601; the year is not looked at). A file without rows has no peaks.
 */
export function readPeaksFile(text: string, fileName: string): Outcome<readonly MeasuredPeak[]> {
  if (text.trim() === '') return succeed([]);
  const table = readCsv(text, fileName, ['id', 'peak_kw']);
  if (!table.ok) return table;
  const { columns, rows } = table.value;
  const [idAt, peakAt, timeAt] = ['id', 'peak_kw', 'time'].map((name) => columns.indexOf(name));
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const peaks = rows.flatMap((row, at): MeasuredPeak[] => {
    const report = (field: string, value: string, message: string, remedy: string): void => {
      issues.push({ severity: 'error', code: 'peaks-row', source: fileName, where: `line ${at + 2}`, field, value, message, remedy }); // prettier-ignore
    };
    const [id, peakText, timeText] = [row[idAt!]!.trim(), row[peakAt!]!.trim(), (row[timeAt!] ?? '').trim()];
    const peakKw = peakText === '' ? Number.NaN : Number(peakText);
    if (!(peakKw > 0 && peakKw < 1e6))
      report('peak_kw', peakText, 'This is no peak.', 'Give kilowatts above zero.');
    if (id === '' || seen.has(id))
      report('id', id, 'The element is not named, or twice.', 'One row an element.');
    seen.add(id);
    const startS = timeText === '' ? undefined : secondsInYear(timeText);
    if (startS === null)
      report(
        'time',
        timeText,
        'This is no time of a common year.',
        'Write it as 2023-01-18T18:00, or leave it out.',
      );
    return [
      { elementId: id, peakW: 1000 * peakKw, ...(typeof startS === 'number' ? { timeS: startS } : {}) },
    ];
  });
  return issues.length > 0 ? fail(issues) : succeed(peaks);
}

/** From the beginning of the year; null where there is no such time. */
function secondsInYear(text: string): number | null {
  const found = TIME.exec(text);
  if (found === null) return null;
  const [month, day, hour, minute] = found.slice(1).map(Number) as [number, number, number, number];
  if (!(
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= DAYS_OF_MONTH[month - 1]! &&
    hour < 24 &&
    minute < 60
  ))
    return null;
  const days = DAYS_OF_MONTH.slice(0, month - 1).reduce((sum, count) => sum + count, day - 1);
  return ((days * 24 + hour) * 60 + minute) * 60;
}
