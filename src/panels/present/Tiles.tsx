import { useMemo } from 'react';
import { baselineResult, BASELINE_ID, scenarioOf, useActions, useAppState, useWords } from '../../state';
import {
  bringsCars,
  figuresBefore,
  fullestStation,
  lacksPetrol,
  type Figure,
  type PresentState,
} from '../../state/present';
import { formatPercent, kpisOf } from '../../state/view';
import { kpiWords, type Language } from '../../words';
import { Explained, type Explanation } from '../parts/Explained';
import { IconButton } from '../parts/IconButton';
import { Computing } from './Computing';
import {
  changeText,
  figureParts,
  figureText,
  useBaselineFigures,
  useFigures,
  useHidden,
  useHourText,
  useRunner,
  useSay,
} from './usePresent';

/** At most four figures, and what one asks most: each one click. While a question is open no figure is in the page. */
export function Tiles({ present }: { readonly present: PresentState }) {
  const language = useAppState((state) => state.language);
  const words = useWords();
  const say = useSay();
  const hidden = useHidden();
  const now = useFigures(present.scenarioId);
  const today = useBaselineFigures();
  const { told } = present;
  const replay = told === null ? present.replay : told.replay;
  const isProjector = useAppState((state) => state.isProjector);
  const { replayYear, session } = present;
  const then = useMemo(
    () =>
      told !== null ? told.replayed : replayYear === null ? null : figuresBefore(session.kpis, replayYear),
    [replayYear, session, told],
  );
  const explanations = useExplanations(language);
  const scenario = useAppState((state) => scenarioOf(state, present.scenarioId));
  const starred = scenario !== undefined && bringsCars(scenario) && replay !== 'before';
  const shown = replay === 'before' && then !== null ? then : now;
  return (
    <div className="present-tiles-row">
      <ul className="present-tiles" aria-label={words('present.figures')} data-replay={replay ?? undefined}>
        {present.session.kpis.map(({ id, words: name }, row) => (
          <li key={id} className="present-tile">
            <span className="present-tile-name">
              <Name text={say(name)} explanation={hidden ? null : (explanations.get(id) ?? null)} />
              <span className="unit"> {unitOf(hidden ? undefined : shown[row], language)}</span>
            </span>
            {hidden ? (
              <span className="present-tile-hidden">{words('present.hiddenFigure')}</span>
            ) : (
              <Value
                id={id}
                scenarioId={present.scenarioId}
                figure={shown[row]}
                reference={today[row]}
                isStarred={starred && lacksPetrol(id)}
                isBefore={replay === 'before'}
              />
            )}
          </li>
        ))}
      </ul>
      {isProjector ? null : <Ways hidden={hidden} />}
    </div>
  );
}

function Name({ text, explanation }: { readonly text: string; readonly explanation: Explanation | null }) {
  return explanation === null ? text : <Explained explanation={explanation}>{text}</Explained>;
}

/** What each indicator means, by its id: of the baseline, whose year is always at hand. */
function useExplanations(language: Language): ReadonlyMap<string, Explanation> {
  const words = useWords();
  const result = useAppState(baselineResult);
  const scenario = useAppState((state) => scenarioOf(state, BASELINE_ID));
  return useMemo(
    () =>
      new Map(
        (result === null ? [] : kpisOf(result, scenario)).map((kpi) => {
          const { definition, boundary, source } = kpiWords(language, kpi);
          const explanation: Explanation = {
            definition,
            boundary: [words('top.strip.boundary'), boundary],
            source: [words('top.strip.source'), source],
          };
          return [kpi.id, explanation] as const;
        }),
      ),
    [language, words, result, scenario],
  );
}

const unitOf = (figure: Figure | undefined, language: Language): string =>
  figure === undefined || !Number.isFinite(figure.value) ? '' : figureParts(figure, language).unit;

function Value({
  id,
  scenarioId,
  figure,
  reference,
  isStarred,
  isBefore,
}: {
  readonly id: string;
  readonly scenarioId: string;
  readonly figure: Figure | undefined;
  readonly reference: Figure | undefined;
  /** It counts no petrol that electric cars save. */
  readonly isStarred: boolean;
  /** Of the state before, which is replayed. */
  readonly isBefore: boolean;
}) {
  const language = useAppState((state) => state.language);
  const words = useWords();
  if (figure === undefined || !Number.isFinite(figure.value))
    return (
      <span className="present-tile-waiting">
        <Computing scenarioId={scenarioId} />
      </span>
    );
  return (
    <span className="present-tile-value">
      <strong data-figure={id} data-value={String(figure.value)} title={figureText(figure, language)}>
        {figureParts(figure, language).digits}
      </strong>
      {id === 'transformersOver100' && figure.value > 0 && !figure.isProvisional && !isBefore ? (
        <FullestStation scenarioId={scenarioId} />
      ) : null}
      <span className="present-tile-change">
        {figure.isProvisional ? (
          <em className="tag provisional">{words('present.provisional')}</em>
        ) : (
          changeText(reference, figure, language)
        )}
        {isStarred ? (
          <abbr title={words('present.withoutPetrol')}>
            <span aria-hidden="true">*</span>
            <span className="hidden"> {words('present.withoutPetrol')}</span>
          </abbr>
        ) : null}
      </span>
    </span>
  );
}

/** The station that is fullest of all, and the way to it and to its hour. */
function FullestStation({ scenarioId }: { readonly scenarioId: string }) {
  const language = useAppState((state) => state.language);
  const words = useWords();
  const actions = useActions();
  const hour = useHourText();
  const worst = useAppState((state) => (state.isProjector ? null : fullestStation(state, scenarioId)));
  if (worst === null) return null;
  const { id, loadingMax, step } = worst;
  const label = words('present.fullest', {
    id,
    value: formatPercent(100 * loadingMax, language),
    hour: hour(step),
  });
  return (
    <button
      type="button"
      className="button present-fullest"
      aria-label={label}
      title={label}
      onClick={() => {
        actions.setView('map');
        actions.setStep(step);
        actions.select({ kind: 'transformer', id }, true);
      }}
    >
      {id}
    </button>
  );
}

function Ways({ hidden }: { readonly hidden: boolean }) {
  const words = useWords();
  const runner = useRunner();
  const blocked = hidden ? { disabled: true, title: words('present.hiddenMap') } : {};
  return (
    <div className="present-ways">
      <button type="button" className="button" {...blocked} onClick={() => runner.show('groups')}>
        {words('present.groups')}
      </button>
      <IconButton
        icon="check"
        label={words('present.closing')}
        {...blocked}
        onClick={() => runner.show('close')}
      />
      <button
        type="button"
        className="button wide"
        title={words('present.money')}
        {...blocked}
        onClick={() => runner.show('money')}
      >
        {words('present.who')}
      </button>
    </div>
  );
}
