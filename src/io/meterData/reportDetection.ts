import type { IssueLog } from '../issueLog';
import { intervalText } from './csvTime';
import type { Detected, MeterDetection } from './detection';

/** How each entry is stated, in a caller's words. */
const ENTRIES = {
  separator: 'separator',
  layout: 'layout',
  decimalMark: 'decimal mark',
  dateOrder: 'date order',
  zone: 'zone',
  stampAt: 'stamp',
  intervalS: 'interval',
  periodEnd: 'period end',
  columns: 'column',
  unit: 'unit',
  quantity: 'quantity',
  direction: 'direction',
} as const;

interface Entry {
  readonly name: keyof typeof ENTRIES;
  readonly column?: string;
  readonly found: Detected<unknown>;
}

/** Every entry of a detection with its name. */
export function detectionEntries(detection: MeterDetection): Entry[] {
  const { channels, ...file } = detection;
  return [
    ...Object.entries(file).map(([name, found]) => ({ name: name as Entry['name'], found })),
    ...channels.flatMap(({ column, unit, quantity, direction }) => [
      { name: 'unit' as const, column, found: unit },
      { name: 'quantity' as const, column, found: quantity },
      { name: 'direction' as const, column, found: direction },
    ]),
  ];
}

export const entryLabel = (name: Entry['name']): string => ENTRIES[name];

/** An error for everything undecided and a warning for everything assumed; true when nothing is undecided. */
export function reportDetection(detection: MeterDetection, log: IssueLog): boolean {
  let decided = true;
  for (const { name, column, found } of detectionEntries(detection)) {
    const label = ENTRIES[name];
    const where = column === undefined ? {} : { where: `column "${column}"` };
    const others = found.alternatives
      .map(({ value, reason }) => `${valueText(value)} (${reason})`)
      .join('; ');
    if (found.basis === 'undecided') {
      decided = false;
      log.error({
        ...where,
        code: `meter-ambiguous-${label.replaceAll(' ', '-')}`,
        field: label,
        message: `The ${label} cannot be told: ${found.reason}.`,
        remedy: others === '' ? `State the ${label}.` : `State the ${label}: ${others}.`,
      });
    } else if (found.basis === 'assumed') {
      log.warning({
        ...where,
        code: `meter-assumed-${label.replaceAll(' ', '-')}`,
        field: label,
        value: valueText(found.value),
        message: `The ${label} is taken to be ${valueText(found.value)}: ${found.reason}.`,
        remedy: `Confirm it, or state the ${label}: ${others}.`,
      });
    }
  }
  return decided;
}

/** An interval that fits no hour, and a zone that does not exist. */
export function reportUnusable(
  { intervalS, zone }: MeterDetection,
  isInterval: boolean,
  isZone: boolean,
  log: IssueLog,
): void {
  if (!isInterval) {
    log.error({
      code: 'meter-interval-unsupported',
      field: 'interval',
      value: intervalText(intervalS.value ?? NaN),
      message:
        'Intervals are whole minutes that divide the hour, whole hours that divide the day, or whole days.',
      remedy: 'Export quarter hours or hours, or state the interval if it was told wrong.',
    });
  }
  if (!isZone) {
    log.error({
      code: 'meter-zone-unknown',
      field: 'zone',
      value: (zone.value ?? '').slice(0, 40),
      message: 'There is no such time zone.',
      remedy: 'Use an IANA name (Europe/Berlin), UTC, or a fixed offset (+01:00).',
    });
  }
}

export function valueText(value: unknown): string {
  if (value === '\t') return 'tab';
  return Array.isArray(value) ? value.map(String).join(', ') : String(value);
}
