import { useActions, useWords } from '../../state';
import { Icon } from '../parts/Icon';
import { usePresent, useRunner, useSay } from './usePresent';

/** In Plan, while a session waits: the way back to where it was, or with what has been tried. */
export function FreeBar() {
  const words = useWords();
  const say = useSay();
  const runner = useRunner();
  const actions = useActions();
  const present = usePresent();
  const step = present?.session.agenda[present.stepRow];
  if (present === null || present.free === null || step === undefined) return null;
  return (
    <section className="free-bar" aria-label={words('present.free.label')} data-testid="free-bar">
      <p>{words('present.free.text', { step: say(step.words) })}</p>
      <button type="button" className="button primary" onClick={() => runner.comeBack()}>
        <Icon name="previous" />
        {words('present.free.back')}
      </button>
      <button type="button" className="button" onClick={() => actions.setMode('present')}>
        {words('present.free.keep')}
      </button>
    </section>
  );
}
