import { DAYS_OF_MONTH } from '../model/commonYear';
import type { AppState, Selection, TableKind } from './appState';
import { VARIABLES } from './display';
import { scenarioOf, timeOfStep } from './selectors';

/**
 * What is looked at, in the fragment of the address: it can be kept as a bookmark of the browser, sent, and reloaded; no
 * server sees it. `share` beside it carries a whole scenario (src/io/shareLink.ts).
 */
export function viewFragment(state: AppState): string {
  const { activeId, view, tableKind, variable, look, selection, stepS } = state;
  const parts: Record<string, string> = {
    scenario: activeId,
    ...(view === 'table' ? { view, table: tableKind } : {}),
    variable,
    look,
    at: momentText(state),
    ...(stepS === 900 ? { step: '15min' } : {}),
    ...(selection === null ? {} : { select: `${selection.kind}:${selection.id}` }),
  };
  return new URLSearchParams(parts).toString();
}

/** The scenario that an address carries; null where it carries none. */
export const shareOfFragment = (fragment: string): string | null =>
  new URLSearchParams(fragment.replace(/^#/, '')).get('share');

/** The part of the state that an address asks for, as far as the district on screen has it; the rest is left as it is. */
export function viewOfFragment(state: AppState, fragment: string): Partial<AppState> {
  const asked = new URLSearchParams(fragment.replace(/^#/, ''));
  const scenario = asked.get('scenario');
  const view = asked.get('view');
  const variable = VARIABLES.find((one) => one === asked.get('variable'));
  const look = asked.get('look');
  const stepS = asked.get('step') === '15min' ? 900 : state.stepS;
  const step = stepOf(asked.get('at'), stepS);
  const selection = selectionOf(state, asked.get('select'));
  const table = asked.get('table');
  const isScenario = scenario !== null && scenarioOf(state, scenario) !== undefined;
  return {
    ...(isScenario ? { activeId: scenario } : {}),
    ...(view === 'table' || view === 'map' ? { view } : {}),
    ...(isTableKind(table) ? { tableKind: table } : {}),
    ...(variable === undefined ? {} : { variable }),
    ...(look === 'scene' || look === 'data' ? { look } : {}),
    ...(stepS === state.stepS ? {} : { stepS, weeks: {}, attribution: null }),
    ...(step === null ? {} : { step }),
    ...(selection === null ? {} : { selection }),
  };
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Start of the step on screen, local standard time of the common year: `01-16T18:00`. */
function momentText({ step, stepS }: AppState): string {
  const { month, dayOfMonth, hour, minute } = timeOfStep(step, stepS, 0);
  return `${two(month)}-${two(dayOfMonth)}T${two(hour)}:${two(minute)}`;
}

function stepOf(text: string | null, stepS: number): number | null {
  const parts = /^(\d\d)-(\d\d)T(\d\d):(\d\d)$/
    .exec(text ?? '')
    ?.slice(1)
    .map(Number);
  if (parts === undefined) return null;
  const [month, day, hour, minute] = parts as [number, number, number, number];
  const days = DAYS_OF_MONTH[month - 1];
  if (days === undefined || day < 1 || day > days || hour > 23 || minute > 59) return null;
  const before = DAYS_OF_MONTH.slice(0, month - 1).reduce((sum, length) => sum + length, 0);
  return Math.floor((((before + day - 1) * 24 + hour) * 3600 + minute * 60) / stepS);
}

const isTableKind = (text: string | null): text is TableKind =>
  text === 'building' || text === 'transformer' || text === 'line';

function selectionOf({ loaded }: AppState, text: string | null): Selection | null {
  const [, kind, id] = /^(building|transformer|line):(.+)$/.exec(text ?? '') ?? [];
  if (loaded === null || kind === undefined || id === undefined) return null;
  const { buildings, network } = loaded.district;
  const lists = { building: buildings, transformer: network?.transformers ?? [], line: network?.lines ?? [] };
  const isThere = lists[kind as Selection['kind']].some((one) => one.id === id);
  return isThere ? { kind: kind as Selection['kind'], id } : null;
}
