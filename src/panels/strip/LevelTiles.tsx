import { useMemo } from 'react';
import { compareKpis, type Kpi } from '../../kpi';
import { baselineResult, BASELINE_ID, runOf, useAppState, useWords, type StripLevel } from '../../state';
import { LEVEL_TILES, levelFigures, levelKpis, levelPlaces } from '../../state/strip/levels';
import { districtOf } from '../../state/view';
import { KpiTile } from '../top/KpiTile';

/** The figures of what is selected, at one level of the network, against the same place in the baseline. */
export function LevelTiles({
  level,
  scenarioId,
}: {
  readonly level: StripLevel;
  readonly scenarioId: string;
}) {
  const words = useWords();
  const district = useAppState((state) => districtOf(state, scenarioId));
  const selection = useAppState((state) => state.selection);
  const id = levelPlaces(district, selection)[level];
  const own = useLevelKpis(scenarioId, level, id);
  const before = useLevelKpis(BASELINE_ID, level, id);
  const isOther = useAppState((state) => scenarioId !== BASELINE_ID && baselineResult(state) !== null);
  const hasYear = useAppState((state) => runOf(state, scenarioId).result !== null);
  const isOld = useAppState((state) => runOf(state, scenarioId).status !== 'ready');
  if (id === null) return <p className="muted kpi-nothing">{words('levels.select')}</p>;
  if (own === null)
    return <p className="muted kpi-nothing">{words(hasYear ? 'levels.unknown' : 'levels.noYear')}</p>;
  const deltas = compareKpis(before ?? own, own);
  return (
    <ul
      className="kpis"
      aria-label={words(`levels.this.${level}`, { id })}
      data-level={level}
      data-place={id}
    >
      {LEVEL_TILES.map((tile) => (
        <KpiTile
          key={tile}
          id={tile}
          delta={deltas.find(({ kpi }) => kpi.id === tile)}
          against={isOther && before !== null}
          state={isOld ? 'previous' : 'ready'}
          provisional={null}
        />
      ))}
    </ul>
  );
}

/** Null where the year of a scenario is not there, or keeps nothing of the place. */
function useLevelKpis(scenarioId: string, level: StripLevel, id: string | null): readonly Kpi[] | null {
  const words = useWords();
  const district = useAppState((state) => districtOf(state, scenarioId));
  const result = useAppState((state) => runOf(state, scenarioId).result);
  return useMemo(() => {
    if (district === null || result === null || id === null) return null;
    const figures = levelFigures(district, result, level, id);
    return figures === null ? null : levelKpis(figures, level, words);
  }, [district, result, level, id, words]);
}
