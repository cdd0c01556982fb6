import type { CsvCell } from '../../io/csv';
import { contingency, type Contingency, type SwitchingResult } from '../../study/network';
import { knownBranch, knownId } from './circuitIds';
import { type AskedStudy, type StudyKind, TEXT, TEXTS } from './studyKind';
import { constraintText, counted, kiloWatt, listed, percent, quantity } from './studyText';

const COLUMNS = [
  'rank',
  'closed',
  'restored_kw',
  'lost_kw',
  'lost_loads',
  'violations',
  'worst_usage_percent',
  'largest_loading_percent',
  'lowest_voltage_pu',
  'losses_kw',
];

/** One branch out of service, and what ties bring back. */
export const contingencyStudy: StudyKind = {
  usage: 'contingency FILE --open BRANCH [--close LINE]... [--ties 1|2]',
  options: { open: TEXT, close: TEXTS, ties: TEXT },
  solves: true,
  run(asked) {
    const { circuit, options, limits, solve, take } = asked;
    const opened = knownBranch(circuit, 'open', options.needed('open'));
    const isOpen = circuit.lines.some(({ id, open }) => opened.kind === 'line' && id === opened.id && open);
    if (isOpen) throw options.wrong(`--open ${opened.id}: this line is open already.`);
    const closed = closedIds(asked);
    const ties = closed.length === 2 ? '2' : options.choice('ties', ['1', '2'], '1');
    const all = take(
      contingency(circuit, opened.kind, opened.id, solve, { limits, maxTies: ties === '2' ? 2 : 1 }),
    );
    const found: Contingency = { ...all, options: chosenOptions(asked, all, closed) };
    return {
      lines: contingencyLines(found, asked),
      table: {
        columns: COLUMNS,
        rows: [optionRow(0, found.outage), ...found.options.map((each, at) => optionRow(at + 1, each))],
      },
      result: found,
    };
  },
};

/** Lines to close as the circuit spells them; each has to stand open. */
function closedIds({ circuit, options }: AskedStudy): string[] {
  const texts = options.texts('close');
  if (texts.length > 2) throw options.wrong('--close can be given twice at most.');
  const ids = texts.map((text) => {
    const lines = circuit.lines.filter((line) => line.enabled);
    const id = knownId(
      circuit,
      'close',
      text,
      lines.map((line) => line.id),
    );
    if (lines.some((line) => line.id === id && line.open)) return id;
    const open = lines.filter((line) => line.open).map((line) => line.id);
    throw options.wrong(
      `--close ${text}: this line is closed already; ${open.length === 0 ? 'the circuit has no open line' : `open are ${open.join(', ')}`}.`,
    );
  });
  return [...new Set(ids)];
}

function chosenOptions(
  { options }: AskedStudy,
  found: Contingency,
  closed: readonly string[],
): readonly SwitchingResult[] {
  if (closed.length === 0) return found.options;
  const chosen = found.options.filter(
    ({ closedLineIds }) =>
      closedLineIds.length === closed.length && closed.every((id) => closedLineIds.includes(id)),
  );
  if (chosen.length > 0) return chosen;
  throw options.wrong(
    `Closing ${closed.join(' and ')} joins no part without supply to one with: it restores nothing after ${found.branchId} is opened.`,
  );
}

function optionRow(rank: number, option: SwitchingResult): CsvCell[] {
  return [
    rank,
    rank === 0 ? 'nothing (the outage alone)' : option.closedLineIds.join(' + '),
    option.restoredLoadW / 1000,
    option.lostLoadW / 1000,
    option.lost.loadIds.length,
    option.violations.length,
    option.violations.length === 0 ? null : 100 * option.violations[0]!.usage,
    100 * option.largestLoading,
    option.lowestVoltagePu,
    option.lossW / 1000,
  ];
}

function contingencyLines(
  { kind, branchId, outage, options }: Contingency,
  { limits }: AskedStudy,
): string[] {
  const [best] = options;
  const { lost } = outage;
  const after = best ?? outage;
  return [
    `contingency (one step): ${kind} ${branchId} opened`,
    `lost supply: ${counted(lost.busIds.length, 'bus', 'buses')}, ${counted(lost.loadIds.length, 'load')} (${kiloWatt(outage.lostLoadW)}), ${counted(lost.generatorIds.length, 'generator')}`,
    ...(lost.busIds.length === 0 ? [] : [`  buses ${few(lost.busIds)}`]),
    ...(lost.loadIds.length === 0 ? [] : [`  loads ${few(lost.loadIds)}`]),
    best === undefined
      ? 'no open line joins a part without supply to one with'
      : `best: close ${best.closedLineIds.join(' and ')}: restores ${kiloWatt(best.restoredLoadW)}, ${kiloWatt(best.lostLoadW)} stay without supply`,
    `largest loading ${best === undefined ? 'without switching' : 'after it'}: ${percent(after.largestLoading)}, lowest voltage ${quantity(after.lowestVoltagePu, 'pu')}, losses ${kiloWatt(after.lossW)}`,
    after.violations.length === 0
      ? 'no new or worse violation of the limits'
      : `violations, new or worse than before the outage: ${after.violations.length}, worst ${constraintText(after.violations[0]!, limits)}`,
    ...listed(after.violations.slice(1), limits),
    'ranked: within all limits first, then more load restored, fewer switches, smaller worst exceedance, lower loading',
  ];
}

const few = (ids: readonly string[]): string =>
  ids.length > 12 ? `${ids.slice(0, 12).join(', ')} and ${ids.length - 12} more` : ids.join(', ');
