import type { AppState } from '../appState';
import type { Document } from '../document';

/** The guided tour, in the order of telling. */
export const TOUR_STEPS = ['scenario', 'element', 'time', 'measure', 'baseline', 'wayOut'] as const;
export type TourStep = (typeof TOUR_STEPS)[number];

export const isTourStep = (value: unknown): value is TourStep => TOUR_STEPS.some((step) => step === value);

/** Whether what a step asks for has happened between two states; who made it happen is asked elsewhere. */
const HAPPENED: Readonly<Record<TourStep, (now: AppState, before: AppState) => boolean>> = {
  scenario: (now, before) => now.activeId !== before.activeId,
  element: ({ selection }, before) =>
    selection !== null && (selection.id !== before.selection?.id || selection.kind !== before.selection.kind),
  time: (now, before) => now.step !== before.step || (now.playing && !before.playing),
  measure: ({ history }, before) =>
    history.past.length > before.history.past.length &&
    hasOtherMeasures(history.present, before.history.present),
  baseline: (now, before) => now.showsBaseline && !before.showsBaseline,
  wayOut: (now, before) =>
    (now.showsWayOut && !before.showsWayOut) || (now.connectAt !== null && before.connectAt === null),
};

/** A scenario that stands in both documents and does something else: to add or to rename one is no other measure. */
function hasOtherMeasures(now: Document, before: Document): boolean {
  return now.scenarios.some(({ id, measures }) => {
    const then = before.scenarios.find((one) => one.id === id);
    return then !== undefined && then.measures !== measures;
  });
}

/** The step that an event has done: the one on screen first, else the first of the others; null where none. */
export function stepDone(
  now: AppState,
  before: AppState,
  shown: TourStep | null,
  done: readonly TourStep[],
): TourStep | null {
  const order = shown === null ? TOUR_STEPS : [shown, ...TOUR_STEPS.filter((step) => step !== shown)];
  return order.find((step) => !done.includes(step) && HAPPENED[step](now, before)) ?? null;
}

/** The step to go on with: the first after this one that is not done, from the beginning again at the end. */
export function nextOpen(from: TourStep | null, done: readonly TourStep[]): TourStep | null {
  const start = from === null ? 0 : TOUR_STEPS.indexOf(from);
  const round = [...TOUR_STEPS.slice(start), ...TOUR_STEPS.slice(0, start)];
  return round.find((step) => !done.includes(step)) ?? null;
}
