import { useActions, useAppState, useSpeech, useWords, type PeaksStudy } from '../../state';
import { arePeaksOld, arePeaksTaken } from '../../state/view';
import { FACTOR_BOUNDS, type PeakFit } from '../../study/peaks';
import { IssueTable } from '../dialogs/ImportDialog';
import { Scroll } from '../parts/Scroll';

/** The comparison element by element, and what to do with it. */
export function PeaksView() {
  const study = useAppState(({ peaks }) => peaks);
  if (study === null) return null;
  const { found, issues } = study;
  return (
    <>
      <Standing study={study} />
      {issues.length === 0 ? null : <IssueTable issues={issues} />}
      {found === null ? null : (
        <>
          <Headline study={study} />
          <FitTable fits={found.fits} />
          {found.fits.length === 0 ? null : <Factors />}
          <Taking study={study} />
        </>
      )}
    </>
  );
}

function Standing({ study: { status, runs } }: { readonly study: PeaksStudy }) {
  const actions = useActions();
  const words = useWords();
  if (status === 'ready') return null;
  if (status !== 'running') return <p className="callout">{words(`peaks.${status}`)}</p>;
  return (
    <p className="study-state" role="status">
      <progress aria-label={words('peaks.search')} />
      <span>{words('peaks.years', { count: runs })}</span>
      <button type="button" className="button small" onClick={() => void actions.peaks.cancel()}>
        {words('peaks.cancel')}
      </button>
    </p>
  );
}

const sumOf = (fits: readonly PeakFit[], of: (fit: PeakFit) => number): number =>
  fits.reduce((sum, fit) => sum + Math.abs(of(fit)), 0);

function Headline({ study: { found, stepS } }: { readonly study: PeaksStudy }) {
  const { words, fixed } = useSpeech();
  const fits = found?.fits ?? [];
  if (fits.length === 0) return <p role="status">{words('peaks.none')}</p>;
  const kilowatts = (powerW: number): string => fixed(powerW / 1000, 1);
  return (
    <>
      <p role="status">
        {words('peaks.headline', {
          before: kilowatts(sumOf(fits, ({ place, beforeW }) => place.peakW - beforeW)),
          after: kilowatts(sumOf(fits, ({ residualW }) => residualW)),
        })}
      </p>
      <p className="small-text">{words(stepS === 3600 ? 'peaks.hourly' : 'peaks.quarterly')}</p>
    </>
  );
}

function FitTable({ fits }: { readonly fits: readonly PeakFit[] }) {
  const words = useWords();
  if (fits.length === 0) return null;
  return (
    <Scroll height="low" label={words('peaks.table.label')}>
      <table className="compare">
        <thead>
          <tr>
            <th scope="col">{words('peaks.table.element')}</th>
            <th scope="col">{words('peaks.table.kind')}</th>
            {(['measured', 'before', 'after', 'residual', 'factor', 'homes'] as const).map((name) => (
              <th key={name} scope="col" className="number">
                {words(`peaks.table.${name}`)}
              </th>
            ))}
            <th scope="col">{words('peaks.table.note')}</th>
          </tr>
        </thead>
        <tbody>
          {fits.map((fit) => (
            <FitRow key={fit.place.elementId} fit={fit} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function noteOf({ place, factor, atBound }: PeakFit): 'noHome' | 'lower' | 'upper' | 'met' | null {
  if (place.homeIds.length === 0) return 'noHome';
  return atBound ?? (factor === 1 ? 'met' : null);
}

function FitRow({ fit }: { readonly fit: PeakFit }) {
  const { words, fixed } = useSpeech();
  const actions = useActions();
  const { place, beforeW, afterW, residualW, factor } = fit;
  const kind = place.kind === 'transformer' ? 'transformer' : 'line';
  const note = noteOf(fit);
  return (
    <tr data-element={place.elementId}>
      <th scope="row">
        <button
          type="button"
          className="link"
          onClick={() => {
            actions.select({ kind, id: place.elementId }, true);
            void actions.peaks.hide();
          }}
        >
          {place.elementId}
          <span className="hidden">{words('peaks.table.show')}</span>
        </button>
      </th>
      <td>{words(`peaks.kinds.${place.kind}`)}</td>
      {[place.peakW, beforeW, afterW, residualW].map((powerW, at) => (
        <td key={at} className="number">
          {fixed(powerW / 1000, 1)}
        </td>
      ))}
      <td className="number">{fixed(factor, 2)}</td>
      <td className="number">{place.homeIds.length}</td>
      <td>{note === null ? '' : words(`peaks.notes.${note}`)}</td>
    </tr>
  );
}

function Factors() {
  const { words, typed } = useSpeech();
  const [least, most] = FACTOR_BOUNDS;
  return <p className="small-text">{words('peaks.factors', { least: typed(least), most: typed(most) })}</p>;
}

function Taking({ study }: { readonly study: PeaksStudy }) {
  const words = useWords();
  const actions = useActions();
  const isOld = useAppState(arePeaksOld);
  const isTaken = useAppState(arePeaksTaken);
  const count = new Set(study.found?.edits.map(({ buildingId }) => buildingId)).size;
  if (isOld) return <p className="callout">{words('peaks.old')}</p>;
  if (isTaken) return <p role="status">{words('peaks.taken', { count })}</p>;
  if (count === 0) return <p>{words('peaks.nothingToTake')}</p>;
  return (
    <p>
      {words('peaks.lead', { count })}{' '}
      <button type="button" className="button primary" onClick={() => void actions.peaks.take()}>
        {words('peaks.take')}
      </button>
    </p>
  );
}
