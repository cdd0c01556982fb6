import { useMemo } from 'react';
import { useAppState, useWords } from '../../state';
import { figuresBefore, type Figure, type PresentState } from '../../state/present';
import type { Language } from '../../words';
import { IconButton } from '../parts/IconButton';
import {
  changeText,
  figureParts,
  figureText,
  useBaselineFigures,
  useFigures,
  useHidden,
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
  const { replay } = present;
  const isProjector = useAppState((state) => state.isProjector);
  const { replayYear, session } = present;
  const then = useMemo(
    () => (replayYear === null ? null : figuresBefore(session.kpis, replayYear)),
    [replayYear, session],
  );
  const shown = replay === 'before' && then !== null ? then : now;
  return (
    <div className="present-tiles-row">
      <ul className="present-tiles" aria-label={words('present.figures')} data-replay={replay ?? undefined}>
        {present.session.kpis.map(({ id, words: name }, row) => (
          <li key={id} className="present-tile">
            <span className="present-tile-name">
              {say(name)}
              <span className="unit"> {unitOf(hidden ? undefined : shown[row], language)}</span>
            </span>
            {hidden ? (
              <span className="present-tile-hidden">{words('present.hiddenFigure')}</span>
            ) : (
              <Value id={id} figure={shown[row]} reference={today[row]} />
            )}
          </li>
        ))}
      </ul>
      {isProjector ? null : <Ways hidden={hidden} />}
    </div>
  );
}

const unitOf = (figure: Figure | undefined, language: Language): string =>
  figure === undefined || !Number.isFinite(figure.value) ? '' : figureParts(figure, language).unit;

function Value({
  id,
  figure,
  reference,
}: {
  readonly id: string;
  readonly figure: Figure | undefined;
  readonly reference: Figure | undefined;
}) {
  const language = useAppState((state) => state.language);
  const words = useWords();
  if (figure === undefined || !Number.isFinite(figure.value))
    return <span className="present-tile-waiting">{words('present.computing')}</span>;
  return (
    <span className="present-tile-value">
      <strong data-figure={id} data-value={String(figure.value)} title={figureText(figure, language)}>
        {figureParts(figure, language).digits}
      </strong>
      <span className="present-tile-change">
        {figure.isProvisional ? (
          <em className="tag provisional">{words('present.provisional')}</em>
        ) : (
          changeText(reference, figure, language)
        )}
      </span>
    </span>
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
