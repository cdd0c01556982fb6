import { asksForSameYear } from '../scenarioBasis';
import { runInputOf, runOf } from '../selectors';
import type { RunInput } from '../../model/run';
import type { Scenario } from '../../model/scenario';
import type { SessionLever } from '../../io/sessionFile';
import { issueSentences } from '../../words';
import type { RecordEntry } from './presentState';
import { peakStep } from './cause';
import { changeText, figureText } from './figureText';
import { figuresBefore, figuresNow } from './figures';
import { PresentBase } from './presentBase';
import { shareOf } from './presentState';
import { verdictOf, yearBeforeOf } from './yearBefore';

const MOST_HANDS = 999;

/** Questions to the room: asked, counted, revealed, and the year that each began with. */
export abstract class PresentRounds extends PresentBase {
  /** The year that is being asked for now. */
  private recalling: RunInput | null = null;
  /** The hour that was looked at when a round was revealed. */
  private revealedAt: number | null = null;

  protected abstract stopReplay(): void;
  abstract leverWords(lever: SessionLever, scenario: Scenario): string;

  /** Asks the room: from here on nothing of the result is in the page. */
  ask(row: number): void {
    const { present } = this.state;
    const question = present?.session.questions[row];
    const before = this.standing();
    if (present === null || question === undefined || before === undefined) return;
    this.stopReplay();
    const votes = question.options.map(() => 0);
    const { status, result } = runOf(this.state, before.id);
    const input = runInputOf(this.state, before);
    const isKnown = status === 'ready' && result !== null && input !== null;
    this.patch({
      round: { question, votes, phase: 'hidden', before, askedAtMs: Date.now() },
      page: null,
      yearBefore: isKnown ? { scenario: before, input, result } : null,
      beforeFailed: null,
    });
    this.store.setState({ notice: null, announcement: this.words('present.said.asked') });
    this.note('ask', this.say(question.words));
  }

  vote(option: number, hands: number): void {
    const round = this.state.present?.round;
    if (round?.phase !== 'hidden' || !Number.isInteger(hands) || hands < 0 || hands > MOST_HANDS) return;
    const votes = round.votes.map((before, at) => (at === option ? hands : before));
    this.patch({ round: { ...round, votes } });
  }

  reveal(): void {
    const round = this.state.present?.round;
    if (round?.phase !== 'hidden') return;
    const hands = round.question.options.map(({ words }, at) => `${this.say(words)}: ${round.votes[at]!}`);
    const told = round.votes.every((count) => count === 0) ? this.words('present.noHands') : hands.join(', ');
    this.note('reveal', `${this.say(round.question.words)} ${told}`, { hands: told });
    this.note('stand', this.standText());
    this.revealedAt = this.state.step;
    this.patch({ round: { ...round, phase: 'revealed' } });
    this.store.setState({ announcement: this.words('present.said.revealed') });
  }

  /** "Heat pumps: many · Solar roofs: 35 %": every lever that does not stand at the present day. */
  private standText(): string {
    const scenario = this.scenario();
    const levers = this.state.present?.session.levers ?? [];
    const moved = scenario === undefined ? [] : levers.filter((lever) => shareOf(lever, scenario) > 0);
    return moved.length === 0 || scenario === undefined
      ? this.words('present.noLever')
      : moved.map((lever) => this.leverWords(lever, scenario)).join(' · ');
  }

  /**
   * Once both years of a revealed round are there: what came of it goes into the record, and the map to the hardest hour of the
   * year after, unless somebody has chosen another hour since. Which hour is looked at is no step of history.
   */
  protected noteOutcome(): void {
    const { present, language } = this.state;
    if (present?.round?.phase !== 'revealed' || isNoted(present.record)) return;
    const { round, scenarioId, session } = present;
    const { status, result } = runOf(this.state, scenarioId);
    const year = yearBeforeOf(this.state);
    if (status !== 'ready' || result === null || year === null) return;
    const row = session.kpis.findIndex(({ id }) => id === round.question.kpiId);
    const before = figuresBefore(session.kpis, year)[row];
    const after = figuresNow(this.state, scenarioId, session.kpis)[row];
    if (before === undefined || after === undefined) return;
    const verdict = verdictOf(round.question, before, after);
    const all = round.votes.reduce((sum, hands) => sum + hands, 0);
    const came = verdict.kind === 'came' ? verdict.option : null;
    const option = came === null ? '' : this.say(round.question.options[came]!.words);
    const foresaw =
      came === null
        ? this.words('present.untold')
        : all === 0
          ? this.words('present.nobodyVoted', { option })
          : this.words('present.foresaw', { count: round.votes[came]!, all, option });
    const [was, is] = [figureText(before, language), figureText(after, language)];
    this.note('outcome', `${was} → ${is} (${changeText(before, after, language)}). ${foresaw}`);
    if (this.revealedAt !== this.state.step) return;
    this.revealedAt = null;
    this.store.setState({ step: peakStep(result) });
    this.work.show(scenarioId);
  }

  endRound(): void {
    if (this.state.present?.round?.phase === 'revealed') this.patch({ round: null });
  }

  /** Asks once more for a year before that could not be told. */
  retryBefore(): void {
    this.patch({ beforeFailed: null });
  }

  /**
   * The year that a revealed round began with, from the inputs of today: kept by the engine, computed again where it has been
   * forgotten or where a correction or the length of a step has changed since. An answer that something newer has overtaken is
   * dropped.
   */
  protected async recallBefore(): Promise<void> {
    const { present } = this.state;
    if (present?.round?.phase !== 'revealed') return;
    const { before } = present.round;
    const input = runInputOf(this.state, before);
    if (input === null || this.recalling === input || present.beforeFailed?.input === input) return;
    const { yearBefore } = present;
    if (yearBefore?.scenario === before && asksForSameYear(yearBefore.input, input)) return;
    this.recalling = input;
    const outcome = await this.engine.run(input);
    if (this.recalling !== input) return;
    this.recalling = null;
    if (this.state.present?.round?.before !== before) return;
    if (outcome.ok)
      return this.patch({
        yearBefore: { scenario: before, input, result: outcome.value },
        beforeFailed: null,
      });
    const problem = issueSentences(this.state.language, outcome.issues);
    this.patch({ beforeFailed: { input, problem } });
  }
}

/** Whether what came of the last reveal stands in the record already. */
function isNoted(record: readonly RecordEntry[]): boolean {
  const kinds = record.map(({ kind }) => kind);
  return kinds.lastIndexOf('outcome') > kinds.lastIndexOf('reveal');
}
