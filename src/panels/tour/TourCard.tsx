import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { useActions, useAppState, useAppStore, useWords } from '../../state';
import { Tour, TOUR_STEPS, type TourStep, type TourView } from '../../state/tour';
import { Icon } from '../parts/Icon';
import { IconButton } from '../parts/IconButton';
import { handFocusAfterTour } from './afterTour';
import { EventHand } from './eventHand';
import { TARGETS, targetOf, useBesideTarget } from './targets';
import { tourMemory } from './tourMemory';

/** The tour beside what it speaks of: no step waits for it, nothing behind it is held up, and Escape in it leaves. */
export function TourCard({ onLeave }: { readonly onLeave: () => void }) {
  const words = useWords();
  const leave = () => {
    onLeave();
    handFocusAfterTour();
  };
  const tour = useTour();
  const view = useSyncExternalStore(tour.onChange, tour.current);
  const card = useRef<HTMLElement>(null);
  const heading = useId();
  const isPlan = useAppState((state) => state.mode === 'plan');
  const { shown, done } = view;
  useSpoken(view);
  useBesideTarget(card, isPlan ? shown : null);
  useEffect(() => card.current?.focus(), []);
  if (!isPlan) return null;
  return (
    <section
      ref={card}
      className="tour"
      tabIndex={-1}
      aria-labelledby={heading}
      data-testid="tour"
      data-step={shown ?? 'all'}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave();
      }}
    >
      <header>
        <h2 id={heading}>{words('tour.title')}</h2>
        <span className="muted">{words('tour.count', { done: done.length, all: TOUR_STEPS.length })}</span>
        <IconButton icon="close" label={words('tour.leave')} onClick={leave} />
      </header>
      <Steps tour={tour} view={view} />
      {view.ticked === null || shown === null ? null : (
        <p className="tour-ticked">
          <Icon name="check" />
          {words('tour.ticked', { step: words(`tour.steps.${view.ticked}.title`) })}
        </p>
      )}
      {shown === null ? <AllDone tour={tour} onLeave={leave} /> : <Step step={shown} view={view} />}
    </section>
  );
}

/** A tour that watches as long as its card is on screen. */
function useTour(): Tour {
  const store = useAppStore();
  const [hand] = useState(() => new EventHand('.tour'));
  const [tour] = useState(() => new Tour(store, hand, tourMemory));
  useEffect(() => {
    const [endHand, endTour] = [hand.begin(), tour.begin()];
    return () => {
      endTour();
      endHand();
    };
  }, [hand, tour]);
  return tour;
}

function Steps({ tour, view }: { readonly tour: Tour; readonly view: TourView }) {
  const words = useWords();
  return (
    <ol className="tour-steps" aria-label={words('tour.all')}>
      {TOUR_STEPS.map((step, row) => {
        const isDone = view.done.includes(step);
        const title = `${row + 1}. ${words(`tour.steps.${step}.title`)}`;
        return (
          <li key={step}>
            <button
              type="button"
              className="tour-dot"
              aria-current={step === view.shown ? 'step' : undefined}
              aria-label={isDone ? words('tour.isDone', { step: title }) : title}
              title={title}
              data-tour-step={step}
              data-done={isDone}
              onClick={() => tour.show(step)}
            >
              {isDone ? <Icon name="check" /> : row + 1}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function Step({ step, view }: { readonly step: TourStep; readonly view: TourView }) {
  const words = useWords();
  const goThere = () => {
    const target = targetOf(step);
    const inside = target?.querySelector<HTMLElement>(TARGETS[step].focus) ?? null;
    (inside ?? (target instanceof HTMLElement ? target : null))?.focus();
  };
  return (
    <>
      <h3>{words(`tour.steps.${step}.title`)}</h3>
      <p>{words(`tour.steps.${step}.text`)}</p>
      {view.done.includes(step) ? <p className="muted">{words('tour.already')}</p> : null}
      <button type="button" className="button" onClick={goThere}>
        <Icon name="goTo" />
        {words('tour.goThere')}
      </button>
    </>
  );
}

function AllDone({ tour, onLeave }: { readonly tour: Tour; readonly onLeave: () => void }) {
  const words = useWords();
  return (
    <>
      <h3>{words('tour.doneTitle')}</h3>
      <p>{words('tour.doneText')}</p>
      <div className="row wrap">
        <button type="button" className="button primary" onClick={onLeave}>
          {words('tour.close')}
        </button>
        <button type="button" className="button" onClick={() => tour.again()}>
          {words('tour.again')}
        </button>
      </div>
    </>
  );
}

/** The one live region says what has been ticked and what comes next. */
function useSpoken({ ticked, shown }: TourView): void {
  const words = useWords();
  const actions = useActions();
  useEffect(() => {
    if (ticked === null) return;
    const step = words(`tour.steps.${ticked}.title`);
    const next = shown === null ? words('tour.doneTitle') : words(`tour.steps.${shown}.title`);
    // After what the step itself has to say.
    const timer = setTimeout(() => actions.announce(words('tour.said', { step, next })), 1200);
    return () => clearTimeout(timer);
  }, [ticked, shown, words, actions]);
}
