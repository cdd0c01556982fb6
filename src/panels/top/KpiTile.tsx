import { lazy, useState } from 'react';
import type { KpiDelta } from '../../kpi';
import { estimatedRatings } from '../../model/ratingClass';
import { shownId, useAppState, useSpeech, useWords } from '../../state';
import { districtOf, stripLabel } from '../../state/view';
import { kpiWords } from '../../words';
import { LazyPart } from '../parts/LazyPart';

const KpiLandmarks = lazy(() =>
  import('../parts/KpiLandmarks').then((module) => ({ default: module.KpiLandmarks })),
);

/** One line of room: of "+3.41 MW (+180 %)" the share; the note beside has both. */
const shortChange = (change: string): string => /\((.*)\)/.exec(change)?.[1] ?? change;

/** Up or down, whichever is better: the word beside it says that. */
const arrowOf = (delta: number): string => (delta > 0 ? '▲ ' : delta < 0 ? '▼ ' : '');

/** Loadings are as sure as the ratings they are held against. */
function Ratings() {
  const words = useWords();
  const network = useAppState((state) => districtOf(state, shownId(state))?.network ?? null);
  if (network === null) return null;
  return (
    <p data-part="ratings">
      <b>{words('top.strip.ratings')}</b> {words('top.strip.ratingsShare', { ...estimatedRatings(network) })}
    </p>
  );
}

/** One indicator of the strip: its value, what it was in the baseline and whether that is better or worse, and behind it what it means. */
export function KpiTile({
  id,
  delta,
  against,
  state,
  provisional,
  empty = 'waiting',
  name = null,
  isOfOldPrices = false,
  beside = null,
}: {
  readonly id: string;
  readonly delta: KpiDelta | undefined;
  readonly against: boolean;
  /** `previous`: of older inputs, beside others that are provisional. */
  readonly state: 'ready' | 'provisional' | 'previous';
  /** What the first look had said; null where there was none. */
  readonly provisional: number | null;
  /** What stands there without a value. */
  readonly empty?: 'waiting' | 'counting' | 'notTold';
  /** What it is called, known from the baseline while its own year is under way. */
  readonly name?: string | null;
  /** Counted before a price was edited. */
  readonly isOfOldPrices?: boolean;
  /** What must be told with the figure, in two words. */
  readonly beside?: string | null;
}) {
  const { language, words, kpi: kpiText, kpiDelta: kpiDeltaText, typed } = useSpeech();
  // Landmarks come once somebody looks behind the figure.
  const [isAsked, setAsked] = useState(false);
  if (delta === undefined) {
    return (
      <li className={`kpi ${empty === 'notTold' ? '' : 'waiting'}`} aria-busy={empty !== 'notTold'}>
        <span className="kpi-face">
          <span className="kpi-label">{stripLabel(id, language) ?? name ?? '…'}</span>
          <span className="kpi-value">–</span>
          <span className="kpi-delta">{empty === 'waiting' ? '' : words(`levels.${empty}`)}</span>
        </span>
      </li>
    );
  }
  const { kpi, a, b, verdict } = delta;
  const [, digits = '', unit = ''] = /^([−\-\d.,\s]*)(.*)$/.exec(kpiText(b, kpi.unit)) ?? [];
  const change = kpiDeltaText(verdict === 'same' ? a : b, a, kpi.unit);
  const { label, definition, boundary, source } = kpiWords(language, kpi);
  return (
    <li
      className={`kpi ${isOfOldPrices ? 'previous' : state}`}
      onFocus={() => setAsked(true)}
      onPointerEnter={() => setAsked(true)}
    >
      <button type="button" className="kpi-face" aria-describedby={`kpi-note-${id}`}>
        <span className="kpi-label">{stripLabel(id, language) ?? label}</span>
        <span className="kpi-value" data-kpi={id} data-value={String(b)}>
          {digits}
          <span className="unit">{unit}</span>
          {beside === null ? null : <span className="kpi-beside"> {beside}</span>}
          {against && verdict !== 'same' ? (
            <>
              {' '}
              <span className="kpi-was">{words('levels.was', { value: kpiText(a, kpi.unit) })}</span>
            </>
          ) : null}
        </span>
        <span className={`kpi-delta ${against && !isOfOldPrices ? verdict : ''}`}>
          {isOfOldPrices ? (
            words('levels.oldPrices')
          ) : against ? (
            <>
              {verdict === 'same' ? null : <span aria-hidden="true">{arrowOf(delta.delta)}</span>}
              {`${verdict === 'same' ? '' : shortChange(change)} ${words(`top.strip.verdicts.${verdict}`)}`}
            </>
          ) : (
            '\u00a0'
          )}
        </span>
      </button>
      <div className="kpi-note" id={`kpi-note-${id}`} role="tooltip">
        <p>
          <b>{label}</b> {definition}
        </p>
        {against ? (
          <p>
            <b>{words('top.strip.change')}</b>{' '}
            {words('top.strip.changeFrom', { change, from: kpiText(a, kpi.unit) })}
          </p>
        ) : null}
        {isOfOldPrices ? <p>{words('levels.ofOldPrices')}</p> : null}
        {state === 'ready' ? null : (
          <p>{words(state === 'provisional' ? 'top.strip.ofWeeks' : 'top.strip.ofBefore')}</p>
        )}
        {provisional === null ? null : (
          <p>
            <b>{words('top.strip.provisional')}</b>{' '}
            {words('top.strip.was', {
              was: kpiText(provisional, kpi.unit),
              change: kpiDeltaText(b, provisional, kpi.unit),
            })}
          </p>
        )}
        {kpi.group === 'loading' ? <Ratings /> : null}
        {isAsked ? (
          <LazyPart fallback={null}>
            <KpiLandmarks id={id} value={b} name={label} />
          </LazyPart>
        ) : null}
        <p>
          <b>{words('top.strip.boundary')}</b> {boundary}
        </p>
        <p>
          <b>{words('top.strip.source')}</b> {source}
        </p>
        <p>
          <b>{words('top.strip.full')}</b> {`${typed(b)} ${kpi.unit === 'count' ? '' : kpi.unit}`}
        </p>
      </div>
    </li>
  );
}
