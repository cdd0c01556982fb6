import type { SessionQuestion } from '../../../io/session';
import { useAppState, useWords } from '../../../state';
import { earlierRow, newQuestion, textIn, withoutRow, withRow } from '../../../state/present';
import { Icon } from '../../parts/Icon';
import { Pick } from '../Pick';
import { NumberField, Row, TextField } from './Fields';
import type { PartProps } from './useSessionDraft';

const MOST_QUESTIONS = 12;
const MOST_OPTIONS = 5;

/** What the room is asked about a figure, and the answers that it can foresee, by how much the figure changes. */
export function QuestionsPart({ edit: { draft, change } }: PartProps) {
  const words = useWords();
  const language = useAppState((state) => state.language);
  const { questions, kpis } = draft;
  const add = () => {
    const question = newQuestion(draft, {
      question: words('prepare.newQuestion'),
      falls: words('prepare.falls'),
      stays: words('prepare.stays'),
      rises: words('prepare.rises'),
    });
    change({ questions: [...questions, question] });
  };
  return (
    <>
      {questions.map((question, row) => (
        <Row
          key={row}
          title={textIn(question.words, language)}
          onEarlier={row === 0 ? null : () => change({ questions: earlierRow(questions, row) })}
          onRemove={questions.length < 2 ? null : () => change({ questions: withoutRow(questions, row) })}
        >
          <Pick
            label={words('prepare.figure')}
            value={question.kpiId}
            options={kpis.map(({ id, words: name }) => [id, textIn(name, language)])}
            onChange={(kpiId) => change({ questions: withRow(questions, row, { kpiId }) })}
          />
          <TextField
            label={words('prepare.asked')}
            text={question.words}
            onChange={(text) => change({ questions: withRow(questions, row, { words: text }) })}
          />
          <Options
            question={question}
            onChange={(options) => change({ questions: withRow(questions, row, { options }) })}
          />
        </Row>
      ))}
      {questions.length >= MOST_QUESTIONS ? null : (
        <button type="button" className="button" onClick={add}>
          <Icon name="plus" />
          {words('prepare.addQuestion')}
        </button>
      )}
    </>
  );
}

interface OptionsProps {
  readonly question: SessionQuestion;
  readonly onChange: (options: SessionQuestion['options']) => void;
}

/** Each up to its limit, the last without one. */
function Options({ question: { options }, onChange }: OptionsProps) {
  const words = useWords();
  const language = useAppState((state) => state.language);
  const last = options.length - 1;
  const add = () => {
    const before = options[last - 1]?.belowPercent ?? 0;
    onChange([
      ...options.slice(0, last),
      { words: words('prepare.newOption'), belowPercent: before + 10 },
      options[last]!,
    ]);
  };
  return (
    <>
      {options.map((option, row) => (
        <div key={row} className="prepare-pair">
          <TextField
            label={words('prepare.option', { row: row + 1 })}
            text={option.words}
            onChange={(text) => onChange(withRow(options, row, { words: text }))}
          />
          {option.belowPercent === null ? (
            <p className="muted">{words('prepare.noLimit')}</p>
          ) : (
            <NumberField
              label={words('prepare.below', { option: textIn(option.words, language) })}
              value={option.belowPercent}
              onChange={(belowPercent) => onChange(withRow(options, row, { belowPercent }))}
            />
          )}
        </div>
      ))}
      <div className="present-buttons">
        <button type="button" className="button" disabled={options.length >= MOST_OPTIONS} onClick={add}>
          {words('prepare.addOption')}
        </button>
        <button
          type="button"
          className="button"
          disabled={options.length <= 2}
          onClick={() => onChange(withoutRow(options, last - 1))}
        >
          {words('prepare.removeOption')}
        </button>
      </div>
    </>
  );
}
