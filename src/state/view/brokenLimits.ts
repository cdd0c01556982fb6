import type { District } from '../../model/district';
import type { Scenario } from '../../model/scenario';
import { MV_SITE, violationsOf, type SiteViolation } from '../../study/wayOut';
import { NARROW_NO_BREAK_SPACE } from '../../units';
import type { Language } from '../../words';
import type { AppState, RunResult, Selection } from '../appState';
import { runOf, scenarioOf, shownId } from '../selectors';
import { districtOf, indexOf } from './effective';
import { speechOf } from './speech';

const known = new WeakMap<RunResult, WeakMap<Scenario, readonly SiteViolation[]>>();
const NONE: readonly SiteViolation[] = [];

/** Everything that breaks the limits of the scenario on screen in its finished year; counted once. */
function brokenOnScreen(state: AppState): readonly SiteViolation[] {
  const id = shownId(state);
  const scenario = scenarioOf(state, id);
  const { result, status } = runOf(state, id);
  const district = districtOf(state, id);
  if (scenario === undefined || result === null || district === null || status !== 'ready') return NONE;
  const ofResult = known.get(result) ?? new WeakMap<Scenario, readonly SiteViolation[]>();
  known.set(result, ofResult);
  const present = ofResult.get(scenario) ?? violationsOf({ scenario, district, result, kpis: [] });
  ofResult.set(scenario, present);
  return present;
}

/** Where a selection hangs: itself, and the buses at its ends or its connection. */
function elementsOf({ kind, id }: Selection, district: District): ReadonlySet<string> {
  const index = indexOf(district);
  if (kind === 'building') return new Set([`bus ${index.building.get(id)?.connection?.busId}`]);
  if (kind === 'bus') return new Set([`bus ${id}`]);
  const branch = kind === 'line' ? index.line.get(id) : index.transformer.get(id);
  return new Set([`${kind} ${id}`, `bus ${branch?.fromBusId}`, `bus ${branch?.toBusId}`]);
}

/** What of a selection breaks the limits of the scenario on screen: itself first, then the voltage at its ends. */
export function brokenAt(state: AppState, selection: Selection): readonly SiteViolation[] {
  const district = districtOf(state, shownId(state));
  const broken = brokenOnScreen(state);
  if (district === null || broken.length === 0) return NONE;
  const elements = elementsOf(selection, district);
  return broken.filter(({ kind, elementId }) => elements.has(`${kind} ${elementId}`));
}

/** "Up to 131 %, limit 100 %." */
export function brokenText({ what, worst, limit, elementId }: SiteViolation, language: Language): string {
  const { words, number, typed } = speechOf(language);
  const percent = (share: string) => `${share}${NARROW_NO_BREAK_SPACE}%`;
  return words(`places.breaks.${what}`, {
    bus: elementId,
    worst: percent(number(worst * 100, 4)),
    limit: percent(typed(Number((limit * 100).toPrecision(4)))),
  });
}

/** Whether a station is the network above all of them. */
export const isMvSite = (siteId: string): boolean => siteId === MV_SITE;
