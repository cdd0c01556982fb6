import { Fragment, useEffect, useState } from 'react';
import type { Scenario } from '../../model/scenario';
import { runOf, useAppState, useAppStore, useSpeech } from '../../state';
import { scorecardOf, wishesOf } from '../../state/scorecard/scorecard';
import { qualityClassWord } from '../../state/view';
import { indicatorWords } from '../../words';
import {
  groupsTable,
  SCORECARD_COLUMNS,
  scorecardRows,
  scorecardTable,
  type ScorecardRow,
} from '../../state/view/scorecard';
import type { DistrictScorecard } from '../../study/u4ssc';
import { PlainTable, SaveTable } from '../compare/SaveTable';
import { Scroll } from '../parts/Scroll';
import { GivenForm } from './GivenForm';
import { ScorecardFile } from './ScorecardFile';
import { TargetForm } from './TargetForm';

/** The U4SSC indicators of a scenario's year with their targets; what is not reported is left out of every score. */
export function ScorecardView({ scenario }: { readonly scenario: Scenario }) {
  const { words } = useSpeech();
  const isThere = useAppState((state) => runOf(state, scenario.id).status === 'ready');
  const card = useScorecard(scenario);
  return (
    <div className="scorecard" data-part="scorecard">
      <p className="muted">{words('scorecard.lead')}</p>
      {card === null ? (
        <p role="status">{words(isThere ? 'scorecard.counting' : 'scorecard.noYear')}</p>
      ) : (
        <Card card={card} />
      )}
      <GivenForm />
    </div>
  );
}

/** Counted after the dialog has been drawn: expected outages of a town take a moment. */
function useScorecard(scenario: Scenario): DistrictScorecard | null {
  const store = useAppStore();
  const wishes = useAppState(wishesOf);
  const result = useAppState((state) => runOf(state, scenario.id).result);
  const status = useAppState((state) => runOf(state, scenario.id).status);
  const [card, setCard] = useState<DistrictScorecard | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setCard(scorecardOf(store.getState(), scenario.id, wishes)));
    return () => clearTimeout(timer);
  }, [store, scenario, wishes, result, status]);
  return card;
}

function Card({ card }: { readonly card: DistrictScorecard }) {
  const { words, language, number } = useSpeech();
  const rows = scorecardRows(card, language);
  const [edited, setEdited] = useState<string | null>(null);
  const nameOf = (id: string) => rows.find(({ item }) => item.indicator.id === id)?.name ?? id;
  const { finalEnergyPerInhabitant: beside, lookFirst } = card;
  return (
    <>
      <Scroll height="low" label={words('scorecard.list')}>
        <table className="compare plain">
          <thead>
            <tr>
              {SCORECARD_COLUMNS.map((key) => (
                <th key={key} scope="col" className={isNumber(key) ? 'number' : undefined}>
                  {words(`scorecard.columns.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <IndicatorRow
                key={row.item.indicator.id}
                row={row}
                isEdited={edited === row.item.indicator.id}
                onEdit={(open) => setEdited(open ? row.item.indicator.id : null)}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
      <p>
        {words('scorecard.beside', {
          value: number(beside.value),
          unit: indicatorWords(language, beside.definition).unit,
          quality: qualityClassWord(beside.quality, language),
        })}
      </p>
      {lookFirst.length === 0 ? null : (
        <p>
          <b>{words('scorecard.lookFirst', { names: lookFirst.map(nameOf).join('; ') })}</b>
        </p>
      )}
      <p className="row wrap">
        <SaveTable name="u4ssc.csv" label={words('scorecard.save')} table={scorecardTable(rows, language)} />
        <ScorecardFile />
      </p>
      <h3>{words('scorecard.groups.title')}</h3>
      <PlainTable
        table={groupsTable(card, language)}
        label={words('scorecard.groups.title')}
        numbers={[1, 2]}
      />
      <ul className="muted small-text">
        {(['edge', 'lowest', 'percent'] as const).map((note) => (
          <li key={note}>{words(`scorecard.notes.${note}`)}</li>
        ))}
      </ul>
    </>
  );
}

const isNumber = (key: (typeof SCORECARD_COLUMNS)[number]): boolean => key === 'value' || key === 'percent';

interface IndicatorRowProps {
  readonly row: ScorecardRow;
  readonly isEdited: boolean;
  readonly onEdit: (open: boolean) => void;
}

function IndicatorRow({ row, isEdited, onEdit }: IndicatorRowProps) {
  const { words } = useSpeech();
  const { item, code, name, definition, value, unit, quality, target, percent, score } = row;
  const { id } = item.indicator;
  return (
    <Fragment>
      <tr data-indicator={id} data-excluded={item.excluded}>
        <th scope="row">{code}</th>
        <td title={definition}>{name}</td>
        <td className="number">{value}</td>
        <td>{unit}</td>
        <td>{quality}</td>
        <td>
          {target}{' '}
          <button
            type="button"
            className="button small"
            aria-expanded={isEdited}
            onClick={() => onEdit(!isEdited)}
          >
            {words('scorecard.edit')}
            <span className="hidden">{words('scorecard.editOf', { name })}</span>
          </button>
        </td>
        <td className="number">{percent}</td>
        <td>{score}</td>
      </tr>
      {isEdited ? (
        <tr>
          <td colSpan={SCORECARD_COLUMNS.length}>
            <TargetForm item={item} onDone={() => onEdit(false)} />
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}
