import type { ReactNode } from 'react';
import { limitsOf } from '../../kpi';
import { useAppState, useWords } from '../../state';
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
  const words = useWords();
  const language = useAppState((state) => state.language);
  const district = useAppState((state) => districtOf(state, scenario.id));
  const isYes = verdict.verdict === 'yes';
  const fuse = fuseText(district, study, language);
  const open = words(isRunning && !isBefore ? 'connect.answer.open' : 'connect.answer.notFound');
  return (
    <article
      className="connect-answer"
      aria-label={words('connect.answer.label')}
      data-verdict={verdict.verdict}
    >
      <div role="status">
        <h3 className={isYes ? 'yes' : 'no'}>
          <Icon name={isYes ? 'check' : 'warn'} />
          <span>{connectHeadline(wish, verdict, language)}</span>
          {isBefore ? <span className="tag">{words('connect.answer.before')}</span> : null}
        </h3>
      </div>
      <dl className="facts connect-facts">
        <Fact name={words(isYes ? 'connect.answer.nearest' : 'connect.answer.stops')}>
          {verdict.binding === undefined ? (
            words('connect.answer.unused')
          ) : (
            <Constraint found={verdict.binding} study={study} district={district} />
          )}
        </Fact>
        <Fact name={words('connect.answer.most')}>
          {capacity === null ? (
            <span className="muted">{open}</span>
          ) : (
            <>
              <b>{capacityText(capacity, language)}</b>
              {capacity.capacityBinding === undefined ? null : (
                <span className="then">
                  {' '}
                  {words('connect.answer.above')}{' '}
                  <Constraint found={capacity.capacityBinding} study={study} district={district} />
                </span>
              )}
            </>
          )}
        </Fact>
        {isYes || works === null ? null : (
          <Fact name={words('connect.answer.needs')}>
            {works === undefined ? <span className="muted">{open}</span> : <Works needed={works} />}
          </Fact>
        )}
        {fuse === null ? null : <Fact name={words('connect.answer.fuse')}>{fuse}</Fact>}
      </dl>
      {study.answer === null ? null : <MakeScenario study={study} />}
      {verdict.broken.length < 2 ? null : (
        <details>
          <summary>{words('connect.answer.everything', { number: verdict.broken.length })}</summary>
          <ul className="plain connect-broken">
            {verdict.broken.slice(0, LISTED).map((found) => (
              <li key={`${found.kind} ${found.elementId}`}>
                <Constraint found={found} study={study} district={district} />
              </li>
            ))}
            {verdict.broken.length > LISTED ? (
              <li className="muted">
                {words('connect.answer.more', { number: verdict.broken.length - LISTED })}
              </li>
            ) : null}
          </ul>
        </details>
      )}
      <ul className="plain muted small-text">
        {connectLimitsText(study, verdict, limitsOf(scenario.limits).name, language).map((sentence) => (
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
