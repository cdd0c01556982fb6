import { useAppState, useWords } from '../../../state';
import { earlierRow, newStep, textIn, withoutRow, withRow } from '../../../state/present';
import { Icon } from '../../parts/Icon';
import { NumberField, Row, TextField } from './Fields';
import type { PartProps } from './useSessionDraft';

const MOST_STEPS = 20;

/** The steps with their minutes, what to say in each, and the levers that stay where they are in it. */
export function AgendaPart({ edit: { draft, change } }: PartProps) {
  const words = useWords();
  const language = useAppState((state) => state.language);
  const { agenda, levers } = draft;
  return (
    <>
      {agenda.map((step, row) => (
        <Row
          key={row}
          title={textIn(step.words, language)}
          onEarlier={row === 0 ? null : () => change({ agenda: earlierRow(agenda, row) })}
          onRemove={agenda.length < 2 ? null : () => change({ agenda: withoutRow(agenda, row) })}
        >
          <TextField
            label={words('prepare.step')}
            text={step.words}
            onChange={(text) => change({ agenda: withRow(agenda, row, { words: text }) })}
          />
          <NumberField
            label={words('prepare.minutes')}
            value={step.minutes}
            onChange={(minutes) => change({ agenda: withRow(agenda, row, { minutes }) })}
          />
          <TextField
            label={words('prepare.say')}
            text={step.text}
            onChange={(text) => change({ agenda: withRow(agenda, row, { text }) })}
          />
          <fieldset className="prepare-locks">
            <legend>{words('prepare.locked')}</legend>
            {levers.map(({ id, words: name }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={step.locked.includes(id)}
                  onChange={(event) =>
                    change({
                      agenda: withRow(agenda, row, {
                        locked: event.target.checked
                          ? [...step.locked, id]
                          : step.locked.filter((one) => one !== id),
                      }),
                    })
                  }
                />
                {textIn(name, language)}
              </label>
            ))}
          </fieldset>
        </Row>
      ))}
      {agenda.length >= MOST_STEPS ? null : (
        <button
          type="button"
          className="button"
          onClick={() => change({ agenda: [...agenda, newStep(words('prepare.newStep'))] })}
        >
          <Icon name="plus" />
          {words('prepare.addStep')}
        </button>
      )}
    </>
  );
}
