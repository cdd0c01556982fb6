import { compareKpis, type Kpi, type KpiDelta } from '../../kpi';
import {
  baselineResult,
  BASELINE_ID,
  runOf,
  scenarioOf,
  shownId,
  standingPreview,
  useAppState,
} from '../../state';
import {
  kpiDeltaText,
  kpisOf,
  kpiText,
  provisionalKpisOf,
  STRIP_KPIS,
  STRIP_LABELS,
  transformersOf,
} from '../../state/view';

const VERDICT_WORDS = {
  better: 'better',
  worse: 'worse',
  same: 'same as baseline',
  different: 'changed',
} as const;

/** What the numbers are: computed, or of older inputs while a run is under way. */
function useTag(): { word: string; kind: 'ready' | 'old' | 'provisional' } {
  const status = useAppState((state) => runOf(state, shownId(state)).status);
  const hasResult = useAppState((state) => runOf(state, shownId(state)).result !== null);
  const weeks = useAppState((state) => standingPreview(state, shownId(state))?.preview.chunks.length ?? 0);
  if (weeks > 0)
    return { word: `Provisional: ${weeks} hard ${weeks === 1 ? 'week' : 'weeks'}`, kind: 'provisional' };
  switch (status) {
    case 'ready':
      return { word: 'Computed', kind: 'ready' };
    case 'cancelled':
      return { word: hasResult ? 'Cancelled: previous inputs' : 'Cancelled', kind: 'old' };
    case 'failed':
      return { word: hasResult ? 'Failed: previous inputs' : 'Failed', kind: 'old' };
    case 'running':
    case 'waiting':
    case 'stale':
      return { word: hasResult ? 'Running: previous inputs' : 'Running', kind: 'old' };
  }
}

/** Key figures of the scenario on screen, each against the baseline. */
export function KpiStrip() {
  const result = useAppState((state) => runOf(state, shownId(state)).result);
  const baseline = useAppState(baselineResult);
  const scenario = useAppState((state) => scenarioOf(state, shownId(state)));
  const name = scenario?.name ?? '';
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
    <section className="kpi-strip" aria-label="Key figures">
      <div className="kpi-head">
        <div className="kpi-name">
          <strong title={name}>{name}</strong>
          <span
            className={`tag ${tag.kind}`}
            data-result-hash={result?.resultHash}
            title={
              result === null
                ? undefined
                : `Engine ${result.engineVersion}; input ${result.inputHash}; result ${result.resultHash}`
            }
          >
            {tag.word}
          </span>
        </div>
        <span className="muted">{isBaseline ? 'the present day' : 'compared with Baseline'}</span>
        <span className="tag">{stepS === 3600 ? 'hourly means: screening' : '15-minute means'}</span>
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
  return (
    <li className={`kpi ${state}`}>
      <button type="button" className="kpi-face" aria-describedby={`kpi-note-${id}`}>
        <span className="kpi-label">{STRIP_LABELS[id] ?? kpi.label}</span>
        <span className="kpi-value" data-kpi={id} data-value={String(b)}>
          {digits}
          <span className="unit">{unit}</span>
        </span>
        <span className={`kpi-delta ${against ? verdict : ''}`}>
          {against ? `${verdict === 'same' ? '' : shortChange(change)} ${VERDICT_WORDS[verdict]}` : '\u00a0'}
        </span>
      </button>
      <div className="kpi-note" id={`kpi-note-${id}`} role="tooltip">
        <p>
          <b>{kpi.label}</b> {kpi.definition}
        </p>
        {against ? (
          <p>
            <b>Change</b> {change}, from {kpiText(a, kpi.unit)}
          </p>
        ) : null}
        {state === 'ready' ? null : (
          <p>
            {state === 'provisional'
              ? 'Provisional: from the hardest weeks of the baseline alone. The whole year follows.'
              : 'Of the inputs before this change: only a whole year can tell.'}
          </p>
        )}
        {provisional === null ? null : (
          <p>
            <b>Provisional</b> was {kpiText(provisional, kpi.unit)}; the year gives{' '}
            {kpiDeltaText(b, provisional, kpi.unit)}
          </p>
        )}
        <p>
          <b>Boundary</b> {kpi.boundary}
        </p>
        <p>
          <b>Source</b> {kpi.source}
        </p>
        <p>
          <b>Full value</b> {`${b} ${kpi.unit === 'count' ? '' : kpi.unit}`}
        </p>
      </div>
    </li>
  );
}
