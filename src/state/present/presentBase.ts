import type { Engine } from '../../engine/contract';
import type { Session } from '../../io/sessionFile';
import type { Scenario } from '../../model/scenario';
import { wordsOf, type Words } from '../../words';
import type { AppState } from '../appState';
import type { Document } from '../document';
import { scenarioOf } from '../selectors';
import type { AppStore } from '../store';
import { textIn, type PresentState, type RecordEntry } from './presentState';

/** How a workshop changes the work: as Plan does, by named steps that undo leads back from. */
export interface Editing {
  edit(name: string, document: Document): void;
  returnTo(document: Document, name: string): void;
  /** Shows a scenario and starts what is missing of it. */
  show(scenarioId: string): void;
  addBookmark(name: string): void;
}

/** What every part of a workshop reads and writes. */
export abstract class PresentBase {
  constructor(
    protected readonly store: AppStore,
    protected readonly engine: Engine,
    protected readonly work: Editing,
  ) {}

  protected get state(): AppState {
    return this.store.getState();
  }

  protected get words(): Words {
    return wordsOf(this.state.language);
  }

  protected patch(part: Partial<PresentState>): void {
    this.store.setState(({ present }) => (present === null ? {} : { present: { ...present, ...part } }));
  }

  protected note(kind: RecordEntry['kind'], text: string, beside: Pick<RecordEntry, 'hands'> = {}): void {
    const { present } = this.state;
    if (present === null) return;
    this.patch({ record: [...present.record, { atMs: Date.now(), kind, text, ...beside }] });
  }

  /** The words of a session in the language on screen. */
  protected say(text: Session['title']): string {
    return textIn(text, this.state.language);
  }

  /** The scenario of the workshop; undefined where an undo has gone behind its start. */
  protected scenario(): Scenario | undefined {
    const { present } = this.state;
    return present === null ? undefined : scenarioOf(this.state, present.scenarioId);
  }

  /** The scenario of the session is the one on screen, whatever was looked at in another mode. */
  align(): void {
    const { mode, activeId } = this.state;
    const own = this.scenario();
    if (mode === 'present' && own !== undefined && own.id !== activeId) this.work.show(own.id);
  }

  /** Puts the scenario of the workshop back where it has gone, as one more step; what it had is what the start had. */
  restore(): void {
    const { present, history } = this.state;
    const start = present?.startDocument.scenarios.find(({ id }) => id === present.scenarioId);
    if (present === null || start === undefined || this.scenario() !== undefined) return;
    this.store.setState({ activeId: start.id });
    this.work.edit(this.words('present.edit.restore'), {
      ...history.present,
      scenarios: [...history.present.scenarios, start],
    });
  }

  /** The scenario of the workshop, put back where it had gone. */
  protected standing(): Scenario | undefined {
    this.restore();
    return this.scenario();
  }
}
