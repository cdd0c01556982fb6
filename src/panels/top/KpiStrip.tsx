import { compareKpis, type Kpi, type KpiDelta } from '../../kpi';
import { estimatedRatings } from '../../model/ratingClass';
import {
  baselineResult,
  BASELINE_ID,
  runOf,
  scenarioOf,
  shownId,
  standingPreview,
  useAppState,
  useSpeech,
  useWords,
} from '../../state';
import {
  districtOf,
  kpisOf,
  provisionalKpisOf,
  scenarioName,
  STRIP_KPIS,
  stripLabel,
  transformersOf,
} from '../../state/view';
import { kpiWords } from '../../words';

/** What the numbers are: computed, or of older inputs while a run is under way. */
function useTag(): { word: string; kind: 'ready' | 'old' | 'provisional' } {
  const words = useWords();
  const status = useAppState((state) => runOf(state, shownId(state)).status);
  const hasResult = useAppState((state) => runOf(state, shownId(state)).result !== null);
  const weeks = useAppState((state) => standingPreview(state, shownId(state))?.preview.chunks.length ?? 0);
  if (weeks > 0) return { word: words('top.strip.provisional', { count: weeks }), kind: 'provisional' };
  switch (status) {
    case 'ready':
      return { word: words('top.strip.computed'), kind: 'ready' };
    case 'cancelled':
      return { word: words(hasResult ? 'top.strip.cancelledOld' : 'top.strip.cancelled'), kind: 'old' };
    case 'failed':
      return { word: words(hasResult ? 'top.strip.failedOld' : 'top.strip.failed'), kind: 'old' };
    case 'running':
    case 'waiting':
    case 'stale':
      return { word: words(hasResult ? 'top.strip.runningOld' : 'top.strip.running'), kind: 'old' };
  }
}

/** Key figures of the scenario on screen, each against the baseline. */
export function KpiStrip() {
  const result = useAppState((state) => runOf(state, shownId(state)).result);
  const baseline = useAppState(baselineResult);
  const scenario = useAppState((state) => scenarioOf(state, shownId(state)));
  const words = useWords();
  const name = scenario === undefined ? '' : scenarioName(scenario, words);
  const isBaseline = useAppState((state) => shownId(state) === BASELINE_ID);
  const stepS = useAppState((state) => state.stepS);
  const tag = useTag();
  const transformers = useAppState((state) => transformersOf(state, shownId(state)));
  const own = result === null ? null : kpisOf(result, scenario, transformers);
  // The baseline by its own assumptions: a scenario's prices are part of what it changes.
  const base = useAppState((state) => scenarioOf(state, BASELINE_ID));
  const first = useFirstLook();
  const told = own ?? [...first.standing.values()];
  const shown = told.map((kpi) => first.standing.get(kpi.id) ?? kpi);
  const deltas = compareKpis(baseline === null ? shown : kpisOf(baseline, base), shown);
  return (
    <section className="kpi-strip" aria-label={words('top.strip.label')}>
      <div className="kpi-head">
        <div className="kpi-name">
          <strong title={name}>{name}</strong>
          <span
            className={`tag ${tag.kind}`}
            data-result-hash={result?.resultHash}
            title={
              result === null
                ? undefined
                : words('top.strip.hashes', {
                    version: result.engineVersion,
                    input: result.inputHash,
                    result: result.resultHash,
                  })
            }
          >
            {tag.word}
          </span>
        </div>
        <span className="muted">{words(isBaseline ? 'top.strip.presentDay' : 'top.strip.against')}</span>
        <span className="tag">{words(stepS === 3600 ? 'top.strip.hourly' : 'top.strip.quarterly')}</span>
      </div>
      <ul className="kpis">
        {STRIP_KPIS.map((id) => {
          const delta = deltas.find(({ kpi }) => kpi.id === id);
          const before = first.past.get(id);
          return (
            <KpiTile
              key={id}
              id={id}
              delta={delta}
              against={!isBaseline && baseline !== null}
              state={first.standing.has(id) ? 'provisional' : first.standing.size > 0 ? 'previous' : 'ready'}
              provisional={before === undefined ? null : before.value}
            />
          );
        })}
      </ul>
    </section>
  );
}

const NO_KPIS: ReadonlyMap<string, Kpi> = new Map();

/** What a first look says in the place of a year that is not there; once it is there, what it had said. */
function useFirstLook(): { standing: ReadonlyMap<string, Kpi>; past: ReadonlyMap<string, Kpi> } {
  const preview = useAppState((state) => state.previews[shownId(state)] ?? null);
  const stands = useAppState((state) => standingPreview(state, shownId(state)) !== null);
  const transformers = useAppState((state) => transformersOf(state, shownId(state)));
  if (preview === null) return { standing: NO_KPIS, past: NO_KPIS };
  const told = new Map(provisionalKpisOf(preview, transformers).map((kpi) => [kpi.id, kpi]));
  return stands ? { standing: told, past: NO_KPIS } : { standing: NO_KPIS, past: told };
}

/** One line of room: of "+3.41 MW (+180 %)" the share; the note beside has both. */
const shortChange = (change: string): string => /\((.*)\)/.exec(change)?.[1] ?? change;

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

function KpiTile({
  id,
  delta,
  against,
  state,
  provisional,
}: {
  readonly id: string;
  readonly delta: KpiDelta | undefined;
  readonly against: boolean;
  /** `previous`: of older inputs, beside others that are provisional. */
  readonly state: 'ready' | 'provisional' | 'previous';
  /** What the first look had said; null where there was none. */
  readonly provisional: number | null;
}) {
  const { language, words, kpi: kpiText, kpiDelta: kpiDeltaText, typed } = useSpeech();
  if (delta === undefined) {
    return (
      <li className="kpi waiting" aria-busy="true">
        <span className="kpi-label">…</span>
        <span className="kpi-value">–</span>
      </li>
    );
  }
  const { kpi, a, b, verdict } = delta;
  const [, digits = '', unit = ''] = /^([−\-\d.,\s]*)(.*)$/.exec(kpiText(b, kpi.unit)) ?? [];
  const change = kpiDeltaText(b, a, kpi.unit);
  const { label, definition, boundary, source } = kpiWords(language, kpi);
  return (
    <li className={`kpi ${state}`}>
      <button type="button" className="kpi-face" aria-describedby={`kpi-note-${id}`}>
        <span className="kpi-label">{stripLabel(id, language) ?? label}</span>
        <span className="kpi-value" data-kpi={id} data-value={String(b)}>
          {digits}
          <span className="unit">{unit}</span>
        </span>
        <span className={`kpi-delta ${against ? verdict : ''}`}>
          {against
            ? `${verdict === 'same' ? '' : shortChange(change)} ${words(`top.strip.verdicts.${verdict}`)}`
            : '\u00a0'}
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
