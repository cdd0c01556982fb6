import { lazy, useEffect } from 'react';
import { compareKpis, type Kpi } from '../../kpi';
import {
  baselineResult,
  BASELINE_ID,
  countedKpis,
  countingOf,
  isCountedOld,
  isCountedLater,
  isOfOldInputs,
  runOf,
  scenarioOf,
  shownId,
  standingPreview,
  stripIds,
  useActions,
  useAppState,
  useWords,
} from '../../state';
import { kpisOf, provisionalKpisOf, scenarioName, transformersOf } from '../../state/view';
import { kpiWords } from '../../words';
import { LazyPart } from '../parts/LazyPart';
import { KpiTile } from './KpiTile';

const StripTools = lazy(() =>
  import('../strip/StripTools').then((module) => ({ default: module.StripTools })),
);
const LevelTiles = lazy(() =>
  import('../strip/LevelTiles').then((module) => ({ default: module.LevelTiles })),
);

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
  const language = useAppState((state) => state.language);
  const name = scenario === undefined ? '' : scenarioName(scenario, words);
  const isBaseline = useAppState((state) => shownId(state) === BASELINE_ID);
  const stepS = useAppState((state) => state.stepS);
  const tag = useTag();
  const transformers = useAppState((state) => transformersOf(state, shownId(state)));
  const id = useAppState(shownId);
  const ids = useAppState(stripIds);
  const level = useAppState((state) => state.stripLevel);
  const counted = useAppState((state) => countedKpis(state, shownId(state)));
  const countedBefore = useAppState((state) => countedKpis(state, BASELINE_ID));
  const counting = useCounting(ids);
  const isOld = useAppState((state) => isCountedOld(state, shownId(state)));
  const isOfOlder = useAppState((state) => isOfOldInputs(state));
  const own = result === null ? null : [...kpisOf(result, scenario, transformers), ...counted];
  // The baseline by its own assumptions: a scenario's prices are part of what it changes.
  const base = useAppState((state) => scenarioOf(state, BASELINE_ID));
  const baseTransformers = useAppState((state) => transformersOf(state, BASELINE_ID));
  const first = useFirstLook();
  const told = own ?? [...first.standing.values()];
  const shown = told.map((kpi) => first.standing.get(kpi.id) ?? kpi);
  const lines = shown.find((kpi) => kpi.id === 'linesOver100')?.value ?? 0;
  const known = new Map(
    (baseline === null ? [] : [...kpisOf(baseline, base, baseTransformers), ...countedBefore]).map((kpi) => [
      kpi.id,
      kpi,
    ]),
  );
  const nameOf = (wanted: string) => {
    const kpi = known.get(wanted);
    return kpi === undefined ? null : kpiWords(language, kpi).label;
  };
  const deltas = compareKpis(
    shown.map((kpi) => known.get(kpi.id) ?? kpi),
    shown,
  );
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
        <StepTag stepS={stepS} />
        <div className="kpi-tools">
          <LazyPart fallback={null}>
            <StripTools />
          </LazyPart>
          <span className="muted">{words(isBaseline ? 'top.strip.presentDay' : 'top.strip.against')}</span>
        </div>
      </div>
      {level === 'district' ? (
        <ul className="kpis">
          {ids.map((id) => {
            const delta = deltas.find(({ kpi }) => kpi.id === id);
            const before = first.past.get(id);
            return (
              <KpiTile
                key={id}
                id={id}
                delta={delta}
                name={nameOf(id)}
                // What is not counted of the baseline is no reference: no verdict beside it.
                against={!isBaseline && known.has(id)}
                state={
                  first.standing.has(id)
                    ? 'provisional'
                    : first.standing.size > 0 || isOfOlder
                      ? 'previous'
                      : 'ready'
                }
                provisional={before === undefined ? null : before.value}
                empty={isCountedLater(id) ? counting : 'waiting'}
                isOfOldPrices={isOld && isCountedLater(id)}
                beside={
                  id === 'transformersOver100' && lines > 0
                    ? words('top.strip.lines', { count: lines })
                    : null
                }
              />
            );
          })}
        </ul>
      ) : (
        <LazyPart fallback={<ul className="kpis" aria-busy="true" />}>
          <LevelTiles level={level} scenarioId={id} />
        </LazyPart>
      )}
    </section>
  );
}

function StepTag({ stepS }: { readonly stepS: number }) {
  const words = useWords();
  const text = words(stepS === 3600 ? 'top.strip.hourly' : 'top.strip.quarterly');
  return (
    <span className="tag" title={text}>
      {text}
    </span>
  );
}

/** The page has come to rest before bills are counted: nobody waits for them. */
const COUNT_AFTER_MS = 900;

/**
 * Has counted what the strip shows beside the year itself, with each new year: whether it is under way, still waits, or cannot be
 * told. A price that is edited has nothing counted: the figures of before stand, as such, until somebody asks.
 */
function useCounting(ids: readonly string[]): ReturnType<typeof countingOf> {
  const actions = useActions();
  const id = useAppState(shownId);
  const isWanted = ids.some(isCountedLater);
  const isIdle = useAppState(({ runs }) => Object.values(runs).every(({ status }) => status !== 'running'));
  const result = useAppState((state) => runOf(state, id).result);
  useEffect(() => {
    if (!isWanted || !isIdle || result === null) return;
    const timer = setTimeout(() => void actions.counted.count(id), COUNT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [actions, id, isWanted, isIdle, result]);
  return useAppState((state) => countingOf(state, id));
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
