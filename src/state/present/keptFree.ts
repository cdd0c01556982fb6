import { workOf } from '../../io/projectFile';
import { writeScenario } from '../../io/scenarioFile';
import { EVIDENCE_ATTRIBUTES } from '../../model/building';
import type { AppState } from '../appState';
import { VARIABLES } from '../display';
import type { Document } from '../document';
import type { FreeFrom, LookedAt } from './freeMode';

const isText = (value: unknown): boolean => typeof value === 'string';
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isRow = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;
const isOf =
  (...known: readonly unknown[]) =>
  (value: unknown): boolean =>
    known.includes(value);
const isElement =
  (...kinds: readonly string[]) =>
  (value: unknown): boolean => {
    const { kind, id } = (value ?? {}) as { readonly kind?: unknown; readonly id?: unknown };
    return value === null || (kinds.some((known) => known === kind) && isText(id));
  };

/** What each may be. */
const CHECKS: Readonly<Record<keyof LookedAt, (value: unknown) => boolean>> = {
  activeId: isText,
  step: isRow,
  stepS: isOf(3600, 900),
  variable: isOf(...VARIABLES),
  look: isOf('scene', 'data'),
  view: isOf('map', 'oneLine', 'table'),
  tableKind: isOf('building', 'transformer', 'line'),
  oneLineAt: isElement('transformer', 'line'),
  classFilter: (value) => value === null || isRow(value),
  evidenceAttribute: isOf(...EVIDENCE_ATTRIBUTES),
  selection: isElement('building', 'transformer', 'line', 'bus'),
  showGrid: isFlag,
  showsFlow: isFlag,
  besideId: (value) => value === null || isText(value),
  besideKind: isOf('swipe', 'pair'),
  divide: (value) => typeof value === 'number' && value >= 0 && value <= 1,
};

/** Where a session waits, as a tab had kept it; null where nobody was trying freely, undefined where it does not read. */
export function keptFree(state: AppState, kept: unknown): FreeFrom | null | undefined {
  if (kept === null || kept === undefined) return null;
  const { document, lookedAt } = kept as { readonly document?: unknown; readonly lookedAt?: unknown };
  const work = workOf(document, 'this tab');
  if (!work.ok || typeof lookedAt !== 'object' || lookedAt === null) return undefined;
  const names = Object.keys(CHECKS) as (keyof LookedAt)[];
  const looked = Object.fromEntries(
    names.map((name) => [name, (lookedAt as Record<string, unknown>)[name]]),
  ) as unknown as LookedAt;
  if (!names.every((name) => CHECKS[name](looked[name]))) return undefined;
  if (!work.value.scenarios.some(({ id }) => id === looked.activeId)) return undefined;
  return { document: knownDocument(state, work.value), lookedAt: looked };
}

/** The work as the history has it, where it says the same: to come back to it is then no step, and its years are found again. */
function knownDocument({ history }: AppState, copy: Document): Document {
  const said = textOf(copy);
  const all = [history.present, ...history.past.map(({ document }) => document)];
  return all.find((one) => textOf(one) === said) ?? copy;
}

const textOf = ({ baseEdits, scenarios, scorecard, selections }: Document): string =>
  JSON.stringify([baseEdits, scenarios.map((scenario) => writeScenario(scenario)), scorecard, selections]);
