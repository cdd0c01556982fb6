import { useMemo } from 'react';
import { KPI_PLACES } from '../../../kpi/kpiGroups';
import { baselineResult, useAppState, useWords } from '../../../state';
import { earlierRow, newFigure, textIn, withoutFigure, withFigure, withRow } from '../../../state/present';
import { kpisOf, MAP_VARIABLES } from '../../../state/view';
import { kpiLabel } from '../../../words';
import { Icon } from '../../parts/Icon';
import { Pick } from '../Pick';
import { Row, TextField } from './Fields';
import type { PartProps } from './useSessionDraft';

const MOST_FIGURES = 4;

/** Title, question, the variable of the map and at most four figures. */
export function HeadPart({ edit: { draft, change } }: PartProps) {
  const words = useWords();
  const language = useAppState((state) => state.language);
  const { title, question, variable, kpis } = draft;
  const result = useAppState(baselineResult);
  const labels = useMemo(
    () => new Map(result === null ? [] : kpisOf(result).map(({ id, label }) => [id, label])),
    [result],
  );
  const nameOf = (id: string) => kpiLabel(language, id, labels.get(id) ?? id);
  const add = () => {
    const figure = newFigure(draft, nameOf);
    if (figure !== null) change({ kpis: [...kpis, figure] });
  };
  return (
    <>
      <div className="prepare-fields prepare-head">
        <TextField label={words('prepare.name')} text={title} onChange={(text) => change({ title: text })} />
        <TextField
          label={words('prepare.heading')}
          text={question}
          onChange={(text) => change({ question: text })}
        />
        <Pick
          label={words('prepare.variable')}
          value={variable}
          options={MAP_VARIABLES.map((one) => [one, words(`present.variables.${one}`)])}
          onChange={(one) => change({ variable: one })}
        />
      </div>
      {kpis.map((kpi, row) => (
        <Row
          key={row}
          title={textIn(kpi.words, language)}
          onEarlier={row === 0 ? null : () => change({ kpis: earlierRow(kpis, row) })}
          onRemove={kpis.length < 2 ? null : () => change(withoutFigure(draft, row))}
        >
          <Pick
            label={words('prepare.figure')}
            value={kpi.id}
            options={[...KPI_PLACES.keys()].map((id) => [id, nameOf(id)])}
            onChange={(id) => change(withFigure(draft, row, { id, words: nameOf(id) }))}
          />
          <TextField
            label={words('prepare.words')}
            text={kpi.words}
            onChange={(text) => change({ kpis: withRow(kpis, row, { words: text }) })}
          />
        </Row>
      ))}
      {kpis.length >= MOST_FIGURES ? null : (
        <button type="button" className="button" onClick={add}>
          <Icon name="plus" />
          {words('prepare.addFigure')}
        </button>
      )}
    </>
  );
}
