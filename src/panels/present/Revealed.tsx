import { useMemo } from 'react';
import { runOf, scenarioOf, useAppState, useWords } from '../../state';
import {
  bringsCars,
  causeOf,
  figuresBefore,
  isCauseTold,
  lacksPetrol,
  levelOf,
  percentOf,
  shareOf,
  verdictOf,
  yearBeforeOf,
  type PresentState,
  type Round,
  type Verdict,
  type YearBefore,
} from '../../state/present';
import type { SessionLever } from '../../io/sessionFile';
import { Replay } from './Replay';
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

/** Before and after together, with what the room foresaw and why it came so. */
export function Revealed({ present, round }: { readonly present: PresentState; readonly round: Round }) {
  const language = useAppState((state) => state.language);
  const words = useWords();
  const runner = useRunner();
  const isProjector = useAppState((state) => state.isProjector);
  const row = present.session.kpis.findIndex(({ id }) => id === round.question.kpiId);
  const after = useFigures(present.scenarioId)[row];
  const year = useAppState(yearBeforeOf);
  const { kpis } = present.session;
  const { told } = present;
  const before = useMemo(
    () => (told !== null ? told.before?.[row] : year === null ? undefined : figuresBefore(kpis, year)[row]),
    [kpis, year, row, told],
  );
  const isReady = useAppState(
    (state) => told?.isReady ?? runOf(state, present.scenarioId).status === 'ready',
  );
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
            {after?.isProvisional === true ? (
              <>
                <span className="hidden"> ({words('present.provisional')})</span>
                <span aria-hidden="true" title={words('present.provisional')}>
                  {' '}
                  ≈
                </span>
              </>
            ) : null}
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
      <ul className="present-bar" aria-label={words('present.show')}>
        {round.votes.map((hands, at) =>
          hands === 0 ? null : (
            <li
              key={at}
              className={at === came ? 'came' : ''}
              style={{ flexGrow: hands }}
              title={`${say(round.question.options[at]!.words)}: ${hands}`}
            >
              <span className="hidden">{say(round.question.options[at]!.words)}: </span>
              {hands}
            </li>
          ),
        )}
      </ul>
      <p>
        {verdict.kind === 'waiting'
          ? words(all === 0 ? 'present.waitYears' : 'present.waitVerdict')
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
  const percent = useAppState((state) => percentOf(state, present.scenarioId));
  const { beforeFailed, session, told } = present;
  const problem = told === null ? (year === null ? beforeFailed?.problem : null) : told.problem;
  if (problem !== null && problem !== undefined) return <BeforeFailed problem={problem} />;
  const found =
    told !== null
      ? told.cause
      : run.status !== 'ready' || run.result === null || year === null
        ? ({ kind: 'waiting' } as const)
        : ({ kind: 'told', cause: causeOf(round.question.kpiId, year.result, run.result) } as const);
  if (found.kind === 'waiting' || scenario === undefined)
    return (
      <p className="present-cause">
        {words('present.waitCause')}
        {percent === null ? '' : ` ${shareText(percent / 100)}`}
      </p>
    );
  const moved = session.levers.filter((lever) => shareOf(lever, round.before) !== shareOf(lever, scenario));
  const wordOf = (lever: SessionLever) => {
    const at = levelOf(lever, scenario);
    return `${say(lever.words)}: ${at === null ? shareText(shareOf(lever, scenario)) : say(lever.levels[at]!.words)}`;
  };
  const levers = moved.length === 0 ? words('present.noLever') : listed(moved.map(wordOf));
  const { cause } = found;
  const lacks = lacksPetrol(round.question.kpiId) && bringsCars(scenario);
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
      {lacks ? <span data-testid="petrol"> {words('present.withoutPetrol')}</span> : null}
    </p>
  );
}
