import type { SessionLever } from '../../../io/session';
import { MEASURE_TYPES, type MeasureType } from '../../../model/scenario';
import { useAppState, useWords } from '../../../state';
import { earlierRow, newLever, textIn, withoutLever, withoutRow, withRow } from '../../../state/present';
import { measureWords } from '../../../words';
import { Icon } from '../../parts/Icon';
import { Pick } from '../Pick';
import { NumberField, Row, TextField } from './Fields';
import type { PartProps } from './useSessionDraft';

const MOST_LEVERS = 8;
const MOST_LEVELS = 5;

/** What the room can move: a measure, its plain words, and the levels with their shares. */
export function LeversPart({ edit: { draft, change } }: PartProps) {
  const words = useWords();
  const language = useAppState((state) => state.language);
  const { levers } = draft;
  const nameOf = (measure: MeasureType) => measureWords(language, measure).label;
  const add = () => {
    const lever = newLever(draft, {
      nameOf,
      of: words('prepare.ofAll'),
      today: words('present.today'),
      some: words('prepare.half'),
      all: words('prepare.all'),
    });
    if (lever !== null) change({ levers: [...levers, lever] });
  };
  return (
    <>
      {levers.map((lever, row) => (
        <Row
          key={lever.id}
          title={textIn(lever.words, language)}
          onEarlier={row === 0 ? null : () => change({ levers: earlierRow(levers, row) })}
          onRemove={levers.length < 2 ? null : () => change(withoutLever(draft, row))}
        >
          <Pick
            label={words('prepare.measure')}
            value={lever.measure}
            options={MEASURE_TYPES.map((type) => [type, nameOf(type)])}
            onChange={(type) => change({ levers: withRow(levers, row, { measure: type as MeasureType }) })}
          />
          <TextField
            label={words('prepare.words')}
            text={lever.words}
            onChange={(text) => change({ levers: withRow(levers, row, { words: text }) })}
          />
          <TextField
            label={words('prepare.of')}
            text={lever.of}
            onChange={(text) => change({ levers: withRow(levers, row, { of: text }) })}
          />
          <Levels lever={lever} onChange={(levels) => change({ levers: withRow(levers, row, { levels }) })} />
        </Row>
      ))}
      {levers.length >= MOST_LEVERS ? null : (
        <button type="button" className="button" onClick={add}>
          <Icon name="plus" />
          {words('prepare.addLever')}
        </button>
      )}
    </>
  );
}

interface LevelsProps {
  readonly lever: SessionLever;
  readonly onChange: (levels: SessionLever['levels']) => void;
}

/** The first is the present day and keeps its 0 %. */
function Levels({ lever: { levels }, onChange }: LevelsProps) {
  const words = useWords();
  const language = useAppState((state) => state.language);
  return (
    <>
      {levels.map((level, row) => (
        <div key={row} className="prepare-pair">
          <TextField
            label={words('prepare.level', { row: row + 1 })}
            text={level.words}
            onChange={(text) => onChange(withRow(levels, row, { words: text }))}
          />
          {row === 0 ? null : (
            <NumberField
              label={words('prepare.share', { level: textIn(level.words, language) })}
              value={Math.round(1000 * level.share) / 10}
              onChange={(percent) => onChange(withRow(levels, row, { share: percent / 100 }))}
            />
          )}
        </div>
      ))}
      <div className="present-buttons">
        <button
          type="button"
          className="button"
          disabled={levels.length >= MOST_LEVELS}
          onClick={() => onChange([...levels, { words: words('prepare.all'), share: 1 }])}
        >
          {words('prepare.addLevel')}
        </button>
        <button
          type="button"
          className="button"
          disabled={levels.length <= 2}
          onClick={() => onChange(withoutRow(levels, levels.length - 1))}
        >
          {words('prepare.removeLevel')}
        </button>
      </div>
    </>
  );
}
