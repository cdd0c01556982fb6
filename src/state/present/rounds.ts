import { asksForSameYear } from '../scenarioBasis';
import { runInputOf, runOf } from '../selectors';
import type { RunInput } from '../../model/run';
import { PresentBase } from './presentBase';

const MOST_HANDS = 999;

/** Questions to the room: asked, counted, revealed, and the year that each began with. */
export abstract class PresentRounds extends PresentBase {
  /** The year that is being asked for now. */
  private recalling: RunInput | null = null;

  protected abstract stopReplay(): void;

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
    this.patch({ round: { ...round, phase: 'revealed' } });
    const hands = round.question.options.map(({ words }, at) => `${this.say(words)}: ${round.votes[at]!}`);
    this.store.setState({ announcement: this.words('present.said.revealed') });
    this.note('reveal', `${this.say(round.question.words)} ${hands.join(', ')}`);
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
    const problem = outcome.issues.map(({ message }) => message).join(' ');
    this.patch({ beforeFailed: { input, problem } });
  }
}
