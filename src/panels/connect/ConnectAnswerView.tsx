import type { ReactNode } from 'react';
import { limitsOf } from '../../kpi';
import { useAppState } from '../../state';
import {
  capacityText,
  connectHeadline,
  connectLimitsText,
  districtOf,
  fuseText,
  type ShownConnect,
} from '../../state/view';
import { Icon } from '../parts/Icon';
import { Constraint } from './Constraint';
import { MakeScenario } from './MakeScenario';
import { Works } from './Works';

interface ConnectAnswerViewProps {
  readonly shown: ShownConnect;
  /** More of it is still being looked for. */
  readonly isRunning: boolean;
}

const LISTED = 12;

/** Yes or no, what binds and when, the most that fits, what would have to be built and who pays. */
export function ConnectAnswerView({ shown, isRunning }: ConnectAnswerViewProps) {
  const { study, verdict, capacity, works, isBefore } = shown;
  const { wish, scenario } = study;
  const district = useAppState((state) => districtOf(state, scenario.id));
  const isYes = verdict.verdict === 'yes';
  const fuse = fuseText(district, study);
  const open = isRunning && !isBefore ? 'is being looked for …' : 'not found: the question was ended before';
  return (
    <article className="connect-answer" aria-label="Answer" data-verdict={verdict.verdict}>
      <div role="status">
        <h3 className={isYes ? 'yes' : 'no'}>
          <Icon name={isYes ? 'check' : 'warn'} />
          <span>{connectHeadline(wish, verdict)}</span>
          {isBefore ? <span className="tag">answer to the question before</span> : null}
        </h3>
      </div>
      <dl className="facts connect-facts">
        <Fact name={isYes ? 'Comes nearest to its limit' : 'What stops it'}>
          {verdict.binding === undefined ? (
            'Nothing is used noticeably more.'
          ) : (
            <Constraint found={verdict.binding} study={study} district={district} />
          )}
        </Fact>
        <Fact name="At most">
          {capacity === null ? (
            <span className="muted">{open}</span>
          ) : (
            <>
              <b>{capacityText(capacity)}</b>
              {capacity.capacityBinding === undefined ? null : (
                <span className="then">
                  {' '}
                  above that <Constraint found={capacity.capacityBinding} study={study} district={district} />
                </span>
              )}
            </>
          )}
        </Fact>
        {isYes || works === null ? null : (
          <Fact name="It would need">
            {works === undefined ? <span className="muted">{open}</span> : <Works needed={works} />}
          </Fact>
        )}
        {fuse === null ? null : <Fact name="Main fuse">{fuse}</Fact>}
      </dl>
      {study.answer === null ? null : <MakeScenario study={study} />}
      {verdict.broken.length < 2 ? null : (
        <details>
          <summary>Everything that it would bring over a limit ({verdict.broken.length})</summary>
          <ul className="plain connect-broken">
            {verdict.broken.slice(0, LISTED).map((found) => (
              <li key={`${found.kind} ${found.elementId}`}>
                <Constraint found={found} study={study} district={district} />
              </li>
            ))}
            {verdict.broken.length > LISTED ? (
              <li className="muted">and {verdict.broken.length - LISTED} more</li>
            ) : null}
          </ul>
        </details>
      )}
      <ul className="plain muted small-text">
        {connectLimitsText(study, verdict, limitsOf(scenario.limits).name).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </article>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
