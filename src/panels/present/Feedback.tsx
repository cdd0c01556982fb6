import { useAppState, useWords } from '../../state';
import { feedbackOf } from '../../state/present';
import { Icon } from '../parts/Icon';
import { IconButton } from '../parts/IconButton';
import { useHidden, useRunner, useSay } from './usePresent';

const ICONS = { good: 'check', watch: 'warn', bad: 'peak' } as const;

/** What the session says once one of its challenges is met: beside the result that met it, holding up nothing. */
export function Feedback() {
  const words = useWords();
  const say = useSay();
  const runner = useRunner();
  const challenge = useAppState(feedbackOf);
  const isProjector = useAppState((state) => state.isProjector);
  const hidden = useHidden();
  if (challenge === null || hidden) return null;
  const { id, tone, words: text } = challenge;
  return (
    <section
      key={id}
      className="present-feedback"
      data-tone={tone}
      data-testid="feedback"
      data-challenge={id}
      aria-label={words(`challenges.tones.${tone}`)}
    >
      <Icon name={ICONS[tone]} />
      <p>
        <strong>{words(`challenges.tones.${tone}`)}</strong>
        <span>{say(text)}</span>
      </p>
      {isProjector ? null : (
        <IconButton
          icon="close"
          label={words('challenges.dismiss')}
          onClick={() => runner.dismissFeedback()}
        />
      )}
    </section>
  );
}
