import { DAYS_OF_MONTH } from '../model/commonYear';
import { wordsOf } from '../words';
import type { AppState, Selection, TableKind } from './appState';
import { VARIABLES } from './display';
import { DIVIDE_FROM, DIVIDE_TO } from './display/divide';
import { markedOfText, markedText } from './marked/markLink';
import { told, type KeptProject } from './projects';
import { BASELINE_ID } from './document';
import { besideOf, scenarioOf, timeOfStep } from './selectors';
import { checkedStrip, isStripLevel } from './strip/strip';

/**
 * What is looked at, in the fragment of the address: it can be kept as a bookmark of the browser, sent, and reloaded; no
 * server sees it. `share` beside it carries a whole scenario (src/io/shareLink.ts).
 */
export function viewFragment(state: AppState): string {
  const of = workKey(state);
  return new URLSearchParams({
    ...(of === null ? {} : { of }),
    scenario: state.activeId,
    ...viewParts(state),
    ...splitParts(state, state.besideId),
  }).toString();
}

/** What is looked at without the work it is looked at in: for a link, which brings its own. */
export const viewFragmentOfLink = (state: AppState): string => {
  // A link brings its scenario and the baseline: of what stood beside it only the baseline is there.
  const isThere = besideOf(state) === BASELINE_ID;
  return new URLSearchParams({
    ...viewParts(state),
    ...splitParts(state, isThere ? BASELINE_ID : null),
  }).toString();
};

/** The scenario held beside the one on screen, how, and where the map is divided. */
function splitParts({ besideKind, divide }: AppState, beside: string | null): Record<string, string> {
  if (beside === null) return {};
  return {
    beside,
    ...(besideKind === 'swipe'
      ? { divide: String(Math.round(divide * 1000) / 1000) }
      : { split: besideKind }),
  };
}

function viewParts(state: AppState): Record<string, string> {
  const { mode, view, oneLineAt, tableKind, variable, look, selection, marked, stepS } = state;
  const { strip, stripLevel, showsFlow } = state;
  const group = marked === null ? null : markedText(marked);
  return {
    ...(mode === 'plan' ? {} : { mode }),
    ...(view === 'table' ? { view, table: tableKind } : {}),
    ...(view === 'oneLine' ? { view } : {}),
    ...(view === 'oneLine' && oneLineAt !== null ? { diagram: `${oneLineAt.kind}:${oneLineAt.id}` } : {}),
    variable,
    look,
    at: momentText(state),
    ...(stepS === 900 ? { step: '15min' } : {}),
    ...(selection === null ? {} : { select: `${selection.kind}:${selection.id}` }),
    ...(group === null ? {} : { group }),
    ...(strip === null ? {} : { strip: strip.join(',') }),
    ...(stripLevel === 'district' ? {} : { level: stripLevel }),
    ...(showsFlow ? { flow: 'on' } : {}),
  };
}

/** Enough of an id to tell projects apart, 48 bits; short enough to be read over in an address. */
const keyOfId = (id: string): string => id.slice(0, 12);

/** Whose scenarios the address names: the project's, or the district's where nothing has been kept of it yet. */
function workKey({ project, loaded }: AppState): string | null {
  const id = project === null || project.revision === 0 ? loaded?.sha256 : project.id;
  return id === undefined ? null : keyOfId(id);
}

/** The kept project that an address was made in; null where it says none, or one that is not among them. */
export function projectOfFragment(fragment: string, kept: readonly KeptProject[]): KeptProject | null {
  const of = new URLSearchParams(fragment.replace(/^#/, '')).get('of');
  return of === null ? null : (kept.find(({ id }) => keyOfId(id) === of) ?? null);
}

/** The scenario that an address carries; null where it carries none. */
export const shareOfFragment = (fragment: string): string | null =>
  new URLSearchParams(fragment.replace(/^#/, '')).get('share');

/**
 * The part of the state that an address asks for, as far as the district on screen has it; the rest is left as it is. Ids of
 * other work would name something else here: of such an address only the way of looking is taken, and that is told.
 */
export function viewOfFragment(state: AppState, fragment: string): Partial<AppState> {
  const asked = new URLSearchParams(fragment.replace(/^#/, ''));
  const scenario = asked.get('scenario');
  const mode = asked.get('mode');
  const view = asked.get('view');
  const variable = VARIABLES.find((one) => one === asked.get('variable'));
  const look = asked.get('look');
  const stepS = asked.get('step') === '15min' ? 900 : state.stepS;
  const step = stepOf(asked.get('at'), stepS);
  const of = asked.get('of');
  const isOther = of !== null && of !== workKey(state);
  const otherWork = wordsOf(state.language)('told.otherWork');
  const selection = isOther ? null : selectionOf(state, asked.get('select'));
  const marked = isOther ? null : markedOfText(state, asked.get('group'));
  const table = asked.get('table');
  const diagram = isOther ? null : selectionOf(state, asked.get('diagram'));
  const strip = checkedStrip(asked.get('strip')?.split(',') ?? []);
  const stripLevel = asked.get('level');
  const isScenario = !isOther && scenario !== null && scenarioOf(state, scenario) !== undefined;
  return {
    ...(isScenario ? { activeId: scenario } : {}),
    ...(mode === 'plan' || mode === 'building' || mode === 'present' ? { mode } : {}),
    ...(view === 'table' || view === 'map' || view === 'oneLine' ? { view } : {}),
    ...(diagram?.kind === 'transformer' || diagram?.kind === 'line'
      ? { oneLineAt: { kind: diagram.kind, id: diagram.id } }
      : {}),
    ...(isTableKind(table) ? { tableKind: table } : {}),
    ...(variable === undefined ? {} : { variable }),
    ...(look === 'scene' || look === 'data' ? { look } : {}),
    ...(stepS === state.stepS ? {} : { stepS, weeks: {}, attribution: null }),
    ...(step === null ? {} : { step }),
    ...(selection === null ? {} : { selection }),
    ...(marked === null ? {} : { marked, markKind: marked.kind }),
    ...(strip === null ? {} : { strip }),
    ...(isStripLevel(stripLevel) ? { stripLevel } : {}),
    ...(asked.get('flow') === 'on' ? { showsFlow: true } : {}),
    ...(isOther ? {} : splitOf(state, asked)),
    ...(isOther ? { told: told(otherWork, 'problem'), announcement: otherWork } : {}),
  };
}

/** What stands beside the scenario on screen; nothing where the work has no such scenario. */
function splitOf(state: AppState, asked: URLSearchParams): Partial<AppState> {
  const besideId = asked.get('beside');
  if (besideId === null || scenarioOf(state, besideId) === undefined) return {};
  const divide = Number(asked.get('divide') ?? Number.NaN);
  const besideKind = asked.get('split') === 'pair' ? 'pair' : 'swipe';
  return {
    ...{ besideId, besideKind },
    ...(divide >= DIVIDE_FROM && divide <= DIVIDE_TO ? { divide } : {}),
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
  const [, kind, id] = /^(building|transformer|line|bus):(.+)$/.exec(text ?? '') ?? [];
  if (loaded === null || kind === undefined || id === undefined) return null;
  const { buildings, network } = loaded.district;
  const lists = {
    ...{ building: buildings, transformer: network?.transformers ?? [] },
    ...{ line: network?.lines ?? [], bus: network?.buses ?? [] },
  };
  const isThere = lists[kind as Selection['kind']].some((one) => one.id === id);
  return isThere ? { kind: kind as Selection['kind'], id } : null;
}
