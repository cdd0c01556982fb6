import { useEffect, type RefObject } from 'react';
import { useAppStore, type AppStore } from '../../state';
import type { TourStep } from '../../state/tour';
import { placeBeside, type Box } from './place';

interface Target {
  /** What the step speaks of, the best first. */
  readonly at: readonly string[];
  /** What takes the focus in it. */
  readonly focus: string;
}

const FOCUSABLE = 'button:not([disabled]), input, select, [tabindex="0"]';

export const TARGETS: Readonly<Record<TourStep, Target>> = {
  scenario: { at: ['.scenario-tabs'], focus: '[role="tab"], button' },
  element: { at: ['.worst', '#inspector .panel-head'], focus: FOCUSABLE },
  time: { at: ['.timeline', '.time-controls'], focus: FOCUSABLE },
  measure: { at: ['.panel.left .measure', '.scenario-tabs'], focus: 'input[type="range"], button' },
  baseline: { at: ['.hold', '.scenario-tabs'], focus: FOCUSABLE },
  wayOut: { at: ['.way-out-here', '.connect-open', '.worst', '#inspector .panel-head'], focus: FOCUSABLE },
};

/** Room that a card needs above, below or beside what it speaks of, in CSS pixels. */
const CARD = { width: 330, height: 300 } as const;

const leavesRoom = (element: Element): boolean => {
  const { width, height } = boxOf(element);
  return width <= innerWidth - CARD.width || height <= innerHeight - CARD.height;
};

/** The first that is on screen and leaves room for a card; without room the first that is on screen. */
export function targetOf(step: TourStep): Element | null {
  const seen = TARGETS[step].at.flatMap((selector) => {
    const found = document.querySelector(selector);
    return found !== null && found.getClientRects().length > 0 ? [found] : [];
  });
  return seen.find(leavesRoom) ?? seen[0] ?? null;
}

const boxOf = (element: Element): Box => element.getBoundingClientRect();

/** What should stay free as well, where there is a choice: what a run has to say, and the ways to other modes and views. */
const KEPT = '.notice, .told, .map-controls, .top-bar > .choice, .kpi-head, .view-switch';

/**
 * Keeps a card beside what its step speaks of, and marks that; once a step comes its target is brought into sight. Follows the
 * window, the scrolling of panels and what comes and goes in them.
 */
export function useBesideTarget(card: RefObject<HTMLElement | null>, step: TourStep | null): void {
  const store = useAppStore();
  useEffect(() => {
    const element = card.current;
    return element === null ? undefined : keepBeside(element, step, store);
  }, [card, step, store]);
}

/** Returns how to stop. */
function keepBeside(card: HTMLElement, step: TourStep | null, store: AppStore): () => void {
  let marked: Element | null = null;
  let frame = 0;
  const mark = (target: Element | null) => {
    if (marked !== target) marked?.removeAttribute('data-tour-at');
    target?.setAttribute('data-tour-at', '');
    marked = target;
  };
  const place = () => {
    frame = 0;
    const target = step === null ? null : targetOf(step);
    mark(target);
    const { width, height } = boxOf(card);
    const kept = [...document.querySelectorAll(KEPT)].map(boxOf);
    const window = { width: innerWidth, height: innerHeight };
    const { left, top } = placeBeside(target && boxOf(target), { width, height }, window, kept);
    card.style.left = `${Math.round(left)}px`;
    card.style.top = `${Math.round(top)}px`;
  };
  const soon = () => {
    if (frame === 0) frame = requestAnimationFrame(place);
  };
  if (step !== null) bringIntoSight(targetOf(step));
  place();
  const listeners = new AbortController();
  const { signal } = listeners;
  addEventListener('resize', soon, { signal });
  addEventListener('scroll', soon, { signal, capture: true, passive: true });
  const sizes = new ResizeObserver(soon);
  sizes.observe(card);
  const unsubscribe = store.subscribe(soon);
  return () => {
    listeners.abort();
    sizes.disconnect();
    unsubscribe();
    cancelAnimationFrame(frame);
    mark(null);
  };
}

/** At once, without a motion. Where the page is one column its beginning comes to the top, so that there is room below it. */
function bringIntoSight(target: Element | null): void {
  const isColumn = matchMedia('(max-width: 62.5em)').matches;
  target?.scrollIntoView({ block: isColumn ? 'start' : 'nearest', behavior: 'instant' });
}
