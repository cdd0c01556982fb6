import { writeCsv, type CsvCell } from '../io';
import { readGroupFile } from '../io/groupFile';
import { selectorInWords } from '../scenario';
import { groupKpis, groupOfMeters, groupRows } from '../study/group';
import type { MeterYear } from '../study/loads/meterYear';
import type { RunResult } from '../study/runResult';
import { required } from './exit';
import { fileName, readText } from './files';
import type { LoadedDistrict } from './runInput';
import { stepTime } from './tables';

/** A group that is asked for, with the rows of its buildings. */
export interface AskedGroup {
  readonly name: string;
  readonly rule: string;
  readonly rows: readonly number[];
}

/** Groups by the files that name them; a wrong rule, or one that gives nobody, ends the command before anything is run. */
export function loadGroups(
  paths: readonly string[],
  { district, baseEdits }: LoadedDistrict,
): readonly AskedGroup[] {
  return paths.map((path) => {
    const file = fileName(path);
    const { name, selector } = required(readGroupFile(readText(path), file));
    const rows = required(groupRows(selector, district, baseEdits, file));
    return { name: name ?? file.replace(/\.json$/i, ''), rule: selectorInWords(selector, 'building'), rows };
  });
}

/** A row a group and indicator; the time of a peak is the start of its step. */
export function groupsCsv(groups: readonly AskedGroup[], meters: MeterYear, run: RunResult): string {
  const columns = [
    ...['group', 'rule', 'kpi', 'label', 'value', 'unit', 'time', 'better_when'],
    ...['definition', 'boundary', 'source'],
  ];
  const rows = groups.flatMap(({ name, rule, rows: members }) =>
    groupKpis(groupOfMeters(meters, members), members.length, meters.stepS).map((kpi): CsvCell[] => [
      ...[name, rule, kpi.id, kpi.label, Number.isFinite(kpi.value) ? kpi.value : null, kpi.unit],
      ...[kpi.step === undefined ? null : stepTime(run, kpi.step), kpi.betterWhen],
      ...[kpi.definition, kpi.boundary, kpi.source],
    ]),
  );
  return writeCsv(columns, rows);
}
