import type { SessionChallenge } from '../../io/sessionFile';
import type { AppState } from '../appState';
import { BASELINE_ID } from '../document';
import { runOf } from '../selectors';
import { districtOf } from '../view/effective';
import { firstMet, isMetWhole } from './challenges';
import { PresentFree } from './freeMode';
import { isHidden } from './hidden';
import { hasSameMeasures } from './presentState';

/** What a session says by itself once its challenges are met. */
export abstract class PresentFeedback extends PresentFree {
  /**
   * Asks the challenges about a year that has just come or has just been revealed; in the same turn, so that what is said is on
   * screen with the figures. The first that is met speaks, unless it has spoken before. Nothing is said of a first look, of a
   * replay, of what the room must not see yet, or of the start itself.
   */
  protected judge(before: AppState): void {
    const { present, mode, isProjector } = this.state;
    const own = this.scenario();
    if (present === null || own === undefined || isProjector || mode !== 'present') return;
    const { challenges = [] } = present.session;
    const isNew =
      this.state.runs[own.id] !== before.runs[own.id] || (isHidden(before) && !isHidden(this.state));
    if (challenges.length === 0 || !isNew || isHidden(this.state) || present.replay !== null) return;
    const { status, result } = runOf(this.state, own.id);
    const start = present.startDocument.scenarios.find(({ id }) => id === own.id);
    const [base, district] = [BASELINE_ID, own.id].map((id) => districtOf(this.state, id));
    if (status !== 'ready' || result === null || !base || !district) return;
    const isStart = start !== undefined && hasSameMeasures(start, own);
    const year = { session: present.session, scenario: own, result, base, district };
    // What has been said goes with the result that it was said of.
    const speaking = feedbackOf(this.state);
    if (speaking !== null && (isStart || !isMetWhole(speaking, year))) this.patch({ feedback: null });
    if (isStart) return;
    const met = firstMet(challenges, year);
    if (met === null || present.fired.includes(met.id)) return;
    this.patch({ fired: [...present.fired, met.id], feedback: met.id });
    this.note('challenge', this.say(met.words));
    const text = this.say(met.words);
    // Together with what the run has to say of itself, which comes in the same turn.
    queueMicrotask(() =>
      this.store.setState(({ announcement }) => ({ announcement: `${text} ${announcement}`.trim() })),
    );
  }

  dismissFeedback(): void {
    this.patch({ feedback: null });
  }

  /** Adds a challenge to the session under way; the file of the session has it from then on. */
  addChallenge(challenge: SessionChallenge): void {
    const { present } = this.state;
    if (present === null) return;
    const { session } = present;
    this.patch({ session: { ...session, challenges: [...(session.challenges ?? []), challenge] } });
  }

  removeChallenge(id: string): void {
    const { present } = this.state;
    if (present === null) return;
    const { challenges = [], ...session } = present.session;
    const left = challenges.filter((one) => one.id !== id);
    this.patch({
      session: left.length === 0 ? session : { ...session, challenges: left },
      fired: present.fired.filter((one) => one !== id),
      ...(present.feedback === id ? { feedback: null } : {}),
    });
  }
}

/** The challenge that speaks now; null where none does. */
export function feedbackOf({ present }: Pick<AppState, 'present'>): SessionChallenge | null {
  const challenges = present?.session.challenges ?? [];
  return challenges.find(({ id }) => id === present?.feedback) ?? null;
}
