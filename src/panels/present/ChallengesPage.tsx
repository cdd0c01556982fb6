import { useMemo } from 'react';
import { BASELINE_ID, runOf, scenarioOf, useAppState, useWords } from '../../state';
import type { PresentState } from '../../state/present';
import { kpisOf } from '../../state/view';
import { MOST_CHALLENGES } from '../../io/sessionChallenges';
import type { Kpi } from '../../kpi';
import { handFocus } from '../parts/handFocus';
import { IconButton } from '../parts/IconButton';
import { ChallengeForm } from './ChallengeForm';
import { conditionText } from './challengeWords';
import { useRunner, useSay } from './usePresent';

const NONE: readonly Kpi[] = [];

/** What the session says by itself: its challenges, and a form for one more. No figure of a run stands here. */
export function ChallengesPage({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const kpis = useKpis();
  const { challenges = [] } = present.session;
  return (
    <>
      <p className="muted">{words('challenges.lead')}</p>
      {challenges.length === 0 ? <p>{words('challenges.none')}</p> : <List present={present} kpis={kpis} />}
      {challenges.length >= MOST_CHALLENGES ? (
        <p className="muted">{words('challenges.tooMany', { most: MOST_CHALLENGES })}</p>
      ) : (
        <ChallengeForm present={present} kpis={kpis} />
      )}
    </>
  );
}

/** Names and units of all indicators, as today's year has them. */
function useKpis(): readonly Kpi[] {
  const result = useAppState((state) => runOf(state, BASELINE_ID).result);
  const baseline = useAppState((state) => scenarioOf(state, BASELINE_ID));
  return useMemo(() => (result === null ? NONE : kpisOf(result, baseline)), [result, baseline]);
}

function List({ present, kpis }: { readonly present: PresentState; readonly kpis: readonly Kpi[] }) {
  const words = useWords();
  const say = useSay();
  const runner = useRunner();
  const language = useAppState((state) => state.language);
  const { challenges = [] } = present.session;
  return (
    <ol className="present-challenges" data-testid="challenges">
      {challenges.map(({ id, tone, when, words: text }) => (
        <li key={id}>
          <p>
            <strong>{words(`challenges.tones.${tone}`)}: </strong>
            {say(text)}
            <span className="muted">
              {' '}
              {words('challenges.when', {
                conditions: when
                  .map((one) => conditionText(one, present, kpis, language))
                  .join(words('challenges.and')),
              })}
              {present.fired.includes(id) ? ` (${words('challenges.said')})` : ''}
            </span>
          </p>
          <IconButton
            icon="close"
            label={words('challenges.remove', { text: say(text) })}
            onClick={() => {
              runner.removeChallenge(id);
              handFocus('.present-challenges button', '.present-challenge select');
            }}
          />
        </li>
      ))}
    </ol>
  );
}
