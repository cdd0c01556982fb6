import type { District } from '../../model/district';
import type { StepViolation } from '../../study/canConnect';
import { useActions, useSpeech, type ConnectStudy } from '../../state';
import { constraintWords } from '../../state/view';

interface ConstraintProps {
  readonly found: StepViolation;
  readonly study: ConnectStudy;
  readonly district: District | null;
}

/** What binds, how far, and the hour as a link that goes there. */
export function Constraint({ found, study, district }: ConstraintProps) {
  const actions = useActions();
  const { words, moment, language } = useSpeech();
  const { name, amount, target, step } = constraintWords(found, district, language);
  const { input, scenario } = study;
  const hour = moment(step, input.stepS, input.weather.startWeekday);
  return (
    <span className="constraint">
      <b>{name}</b>: {amount}
      {target === null ? (
        `, ${hour}`
      ) : (
        <>
          {', '}
          <button
            type="button"
            className="link"
            title={words('connect.constraint.hourTitle')}
            onClick={() => {
              actions.connect.open(null);
              actions.showScenario(scenario.id);
              actions.goToHour(target, step);
            }}
          >
            {hour}
            <span className="hidden">{words('connect.constraint.show', { id: target.id })}</span>
          </button>
        </>
      )}
    </span>
  );
}
