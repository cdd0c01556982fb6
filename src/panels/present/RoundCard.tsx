import { useMemo, useState } from 'react';
import { runOf, scenarioOf, useAppState, useWords } from '../../state';
import {
  causeOf,
  figuresBefore,
  isCauseTold,
  levelOf,
  shareOf,
  verdictOf,
  yearBeforeOf,
  type PresentState,
  type Round,
  type Verdict,
  type YearBefore,
} from '../../state/present';
import type { SessionLever } from '../../io/sessionFile';
import { Icon } from '../parts/Icon';
import { IconButton } from '../parts/IconButton';
import {
  changeText,
  figureText,
  powerText,
  shareText,
  useFigures,
  useHourText,
  useRunner,
  useSay,
} from './usePresent';

/** Ask, count hands, reveal, replay. */
export function RoundCard({ present }: { readonly present: PresentState }) {
  const { round } = present;
  const words = useWords();
  const isProjector = useAppState((state) => state.isProjector);
  return (
    <section className="present-round" data-phase={round?.phase ?? 'idle'} aria-label={words('present.ask')}>
      {round === null && !isProjector ? <Idle present={present} /> : null}
      {round?.phase === 'hidden' ? <Open round={round} /> : null}
      {round?.phase === 'revealed' ? <Revealed present={present} round={round} /> : null}
    </section>
  );
}

function Idle({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const say = useSay();
  const runner = useRunner();
  const [row, setRow] = useState(0);
  const { questions } = present.session;
  return (
    <>
      <div className="present-ask">
        <select
          aria-label={words('present.askWhich')}
          value={row}
          onChange={(event) => setRow(Number(event.target.value))}
        >
          {questions.map((question, at) => (
            <option key={at} value={at}>
              {say(question.words)}
            </option>
          ))}
        </select>
      </div>
      <div className="present-buttons">
        <button type="button" className="button primary" onClick={() => runner.ask(row)}>
          {words('present.ask')}
        </button>
        <Replay present={present} />
      </div>
    </>
  );
}

function Replay({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const runner = useRunner();
  const can = useAppState((state) => state.present !== null && runner.replayed() !== null);
  const { replay } = present;
  return (
    <button type="button" className="button" disabled={!can} onClick={() => void runner.replay()}>
      <Icon name="play" />
      <span>{replay === null ? words('present.replay') : words(`present.${replay}`)}</span>
    </button>
  );
}

function Open({ round }: { readonly round: Round }) {
  const words = useWords();
  const say = useSay();
  const runner = useRunner();
  const isProjector = useAppState((state) => state.isProjector);
  return (
    <>
      <div className="present-question">
        <h2>{say(round.question.words)}</h2>
        {isProjector ? null : (
          <button type="button" className="button primary" onClick={() => runner.reveal()}>
            {words('present.reveal')}
          </button>
        )}
      </div>
      <ul className="present-options" aria-label={words('present.show')}>
        {round.question.options.map((option, at) => (
          <li key={at}>
            <span className="present-option">{say(option.words)}</span>
            {isProjector ? (
              <strong>{round.votes[at]}</strong>
            ) : (
              <Hands
                option={say(option.words)}
                hands={round.votes[at]!}
                onChange={(hands) => runner.vote(at, hands)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Hands({
  option,
  hands,
  onChange,
}: {
  readonly option: string;
  readonly hands: number;
  readonly onChange: (hands: number) => void;
}) {
  const words = useWords();
  return (
    <span className="present-hands">
      <IconButton
        icon="minus"
        label={words('present.less1', { option })}
        onClick={() => onChange(hands - 1)}
      />
      <input
        type="number"
        min={0}
        max={999}
        value={hands}
        aria-label={words('present.handsOf', { option })}
        onChange={(event) => onChange(event.target.value === '' ? 0 : event.target.valueAsNumber)}
      />
      <IconButton
        icon="plus"
        label={words('present.more1', { option })}
        onClick={() => onChange(hands + 1)}
      />
    </span>
  );
}

/** Before and after together, with what the room foresaw and why it came so. */
function Revealed({ present, round }: { readonly present: PresentState; readonly round: Round }) {
  const language = useAppState((state) => state.language);
  const words = useWords();
  const runner = useRunner();
  const isProjector = useAppState((state) => state.isProjector);
  const row = present.session.kpis.findIndex(({ id }) => id === round.question.kpiId);
  const after = useFigures(present.scenarioId)[row];
  const year = useAppState(yearBeforeOf);
  const { kpis } = present.session;
  const before = useMemo(
    () => (year === null ? undefined : figuresBefore(kpis, year)[row]),
    [kpis, year, row],
  );
  const isReady = useAppState((state) => runOf(state, present.scenarioId).status === 'ready');
  const verdict = verdictOf(round.question, before ?? null, isReady ? (after ?? null) : null);
  return (
    <>
      <div className="present-reveal">
        <p data-testid="before">
          <span>{words('present.before')}</span>
          <strong>{before === undefined ? '–' : figureText(before, language)}</strong>
        </p>
        <p data-testid="after">
          <span>
            {words('present.after')}
            {after?.isProvisional === true ? ` (${words('present.provisional')})` : ''}
          </span>
          <strong>
            {after === undefined ? '–' : figureText(after, language)}
            <span className="present-change">
              {after === undefined ? '' : changeText(before, after, language)}
            </span>
          </strong>
        </p>
      </div>
      <Prediction round={round} verdict={verdict} />
      <WhyItCame present={present} round={round} year={year} />
      {isProjector ? null : (
        <div className="present-buttons">
          <Replay present={present} />
          <button type="button" className="button primary" onClick={() => runner.endRound()}>
            {words('present.nextRound')}
          </button>
        </div>
      )}
    </>
  );
}

function Prediction({ round, verdict }: { readonly round: Round; readonly verdict: Verdict }) {
  const words = useWords();
  const say = useSay();
  const all = round.votes.reduce((sum, hands) => sum + hands, 0);
  const came = verdict.kind === 'came' ? verdict.option : null;
  const option = came === null ? '' : say(round.question.options[came]!.words);
  const count = came === null ? 0 : round.votes[came]!;
  const told =
    all === 0 ? words('present.nobodyVoted', { option }) : words('present.foresaw', { count, all, option });
  return (
    <div className="present-prediction" data-testid="prediction" data-verdict={verdict.kind}>
      <div className="present-bar" aria-hidden="true">
        {round.votes.map((hands, at) =>
          hands === 0 ? null : (
            <span key={at} className={at === came ? 'came' : ''} style={{ flexGrow: hands }}>
              {hands}
            </span>
          ),
        )}
      </div>
      <p>
        {verdict.kind === 'waiting'
          ? words('present.waitVerdict')
          : verdict.kind === 'untold'
            ? words('present.untold')
            : told}
      </p>
    </div>
  );
}

/** The first two, and how many more there are: a sentence that a room can read. */
const listed = (moved: readonly string[]): string =>
  moved.length <= 2 ? moved.join(', ') : `${moved.slice(0, 2).join(', ')}, +${moved.length - 2}`;

interface WhyProps {
  readonly present: PresentState;
  readonly round: Round;
  readonly year: YearBefore | null;
}

/** Why no year before can be told, and the way to ask once more. */
function BeforeFailed({ problem }: { readonly problem: string }) {
  const words = useWords();
  const runner = useRunner();
  const isProjector = useAppState((state) => state.isProjector);
  return (
    <div className="present-cause" role="alert">
      <p>{words('present.beforeFailed', { problem })}</p>
      {isProjector ? null : (
        <button type="button" className="button" onClick={() => runner.retryBefore()}>
          {words('present.tryAgain')}
        </button>
      )}
    </div>
  );
}

function WhyItCame({ present, round, year }: WhyProps) {
  const language = useAppState((state) => state.language);
  const words = useWords();
  const say = useSay();
  const hour = useHourText();
  const run = useAppState((state) => runOf(state, present.scenarioId));
  const scenario = useAppState((state) => scenarioOf(state, present.scenarioId));
  const { beforeFailed, session } = present;
  if (year === null && beforeFailed !== null) return <BeforeFailed problem={beforeFailed.problem} />;
  if (run.status !== 'ready' || run.result === null || year === null || scenario === undefined)
    return <p className="present-cause">{words('present.waitCause')}</p>;
  const moved = session.levers.filter((lever) => shareOf(lever, round.before) !== shareOf(lever, scenario));
  const wordOf = (lever: SessionLever) => {
    const at = levelOf(lever, scenario);
    return `${say(lever.words)}: ${at === null ? shareText(shareOf(lever, scenario)) : say(lever.levels[at]!.words)}`;
  };
  const levers = moved.length === 0 ? words('present.noLever') : listed(moved.map(wordOf));
  const cause = causeOf(round.question.kpiId, year.result, run.result);
  return (
    <p className="present-cause" data-testid="cause">
      {cause === null
        ? words(isCauseTold(round.question.kpiId) ? 'present.causeNone' : 'present.causeUntold', { levers })
        : words(cause.step === null ? 'present.causeYear' : 'present.causePeak', {
            levers,
            use: words(`present.uses.${cause.use}`),
            change: powerText(cause.change, cause.unit, language),
            hour: cause.step === null ? '' : hour(cause.step),
          })}
    </p>
  );
}
