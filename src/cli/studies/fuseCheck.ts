import type { CsvCell } from '../../io/csv';
import type { Circuit } from '../../model/circuit';
import type { FaultKind } from '../../sim/reliability/fault';
import type { Fuse } from '../../sim/reliability/fuse';
import {
  checkFuses,
  type FuseCheck,
  type FuseCheckSettings,
  lostClearing,
  powerFlowThevenin,
  type ShortCircuitSettings,
  SMALLEST_LV_CURRENTS,
  smallestCurrentsAt,
} from '../../study/network';
import { loadCircuit } from '../circuitInput';
import { readFuses } from '../fuseTable';
import { FAULT_WORDS } from './shortCircuit';
import { type AskedStudy, type StudyKind, TEXT } from './studyKind';
import { counted, quantity } from './studyText';

const COLUMNS = [
  'fuse',
  'line',
  'verdict',
  'fault',
  'bus',
  'smallest_a',
  'needed_a',
  'before',
  'before_smallest_a',
];

const VERDICTS: Readonly<Record<FuseCheck['verdict'], string>> = {
  clears: 'clears',
  tooSlow: 'too slow',
  noData: 'no data',
};

/** Does each fuse still clear the smallest fault behind it, and did it before a change of cables? */
export const fuseCheckStudy: StudyKind = {
  usage:
    'fuse-check FILE --fuses FUSES.csv [--before OLD.dss|.json] [--within 5] [--faults phase-earth,two-phase,..] [--c-min C] [--conductor-temp DEGC]',
  options: { fuses: TEXT, before: TEXT, within: TEXT, faults: TEXT, 'c-min': TEXT, 'conductor-temp': TEXT },
  solves: false,
  run(asked) {
    const { circuit, options, take } = asked;
    const path = options.needed('fuses');
    const fuses = readFuses(path, circuit);
    const settings = settingsOf(asked, fuses);
    const judge = (of: Circuit, on: readonly Fuse[]): FuseCheck[] =>
      take(checkFuses(of, on, powerFlowThevenin(), settings));
    const after = judge(circuit, fuses);
    const old = options.text('before');
    const earlier = old === undefined ? undefined : loadCircuit(old);
    const before = earlier === undefined ? undefined : judge(earlier, readFuses(path, earlier));
    const failing = after.filter(({ verdict }) => verdict === 'tooSlow');
    return {
      lines: [
        `fuse check: the smallest fault up to the next fuse, to be cleared within ${quantity(settings.withinS, 's')}`,
        `faults: ${settings.kinds.map((kind) => FAULT_WORDS[kind]).join(', ')}; ${settings.smallest.source}, conductors at ${settings.smallest.conductorTempDegC} degC`,
        `too slow: ${counted(failing.length, 'fuse')}${idsOf(failing)}`,
        ...(before === undefined
          ? ['no circuit to compare with: give --before']
          : [changeText(lostClearing(before, after))]),
        'fuses in loops or on parallel lines are named above and not judged; characteristics are those of the file',
      ],
      table: { columns: COLUMNS, rows: after.map((check) => checkRow(check, before)) },
      result: {
        settings,
        after,
        ...(before === undefined ? {} : { before, lost: lostClearing(before, after) }),
      },
    };
  },
};

const idsOf = (checks: readonly FuseCheck[]): string =>
  checks.length === 0 ? '' : `: ${checks.map(({ fuseId }) => fuseId).join(', ')}`;

const changeText = (lost: readonly FuseCheck[]): string =>
  lost.length === 0
    ? 'lost by the change: none, every fuse that cleared its smallest fault still does'
    : `lost by the change: ${counted(lost.length, 'fuse')}${idsOf(lost)}`;

function checkRow(check: FuseCheck, before: readonly FuseCheck[] | undefined): CsvCell[] {
  const earlier = before?.find(({ fuseId }) => fuseId === check.fuseId);
  return [
    check.fuseId,
    check.lineId,
    VERDICTS[check.verdict],
    FAULT_WORDS[check.kind],
    check.busId,
    check.currentA,
    check.neededA,
    earlier === undefined ? null : VERDICTS[earlier.verdict],
    earlier?.currentA ?? null,
  ];
}

const ALL = Object.keys(FAULT_WORDS) as FaultKind[];

function kindsOf(text: string | undefined, options: AskedStudy['options']): readonly FaultKind[] {
  if (text === undefined) return ALL;
  return text.split(',').map((word) => {
    const kind = ALL.find((each) => FAULT_WORDS[each] === word.trim().toLowerCase());
    if (kind !== undefined) return kind;
    const words = ALL.map((each) => FAULT_WORDS[each]).join(', ');
    throw options.wrong(`--faults takes some of ${words}, separated by commas, not ${text}.`);
  });
}

const TEMPERATURE = { min: -50, max: 400, unit: 'degC' };

/** The smallest currents as the standard asks at the fuses' voltage, which has to be one. */
function settingsOf({ circuit, options }: AskedStudy, fuses: readonly Fuse[]): FuseCheckSettings {
  const theveninOf = powerFlowThevenin();
  const fused = new Set(fuses.map(({ lineId }) => lineId));
  const given = circuit.lines.flatMap((line): ShortCircuitSettings[] => {
    if (!fused.has(line.id) || line.open || !line.enabled) return [];
    const seen = theveninOf(circuit, line.from.busId);
    return seen.ok ? [smallestCurrentsAt(seen.value.baseVoltageV)] : [];
  });
  const c = options.number('c-min', { min: 0.5, max: 1.5, unit: '' });
  const usual = given[0] ?? SMALLEST_LV_CURRENTS;
  if (c === undefined && given.some(({ source }) => source !== usual.source)) {
    throw options.wrong(
      'The fuses stand at low and at medium voltage, whose smallest currents differ: give --c-min, or a file for each.',
    );
  }
  const conductorTempDegC = options.number('conductor-temp', TEMPERATURE) ?? usual.conductorTempDegC;
  const voltage = c === undefined ? usual.voltage : ({ kind: 'factor', c } as const);
  return {
    smallest: { ...usual, voltage, conductorTempDegC },
    kinds: kindsOf(options.text('faults'), options),
    withinS: options.number('within', { min: 0, max: 3600, above: true, unit: 's' }) ?? 5,
  };
}
