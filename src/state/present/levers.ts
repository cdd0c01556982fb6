import type { SessionLever } from '../../io/sessionFile';
import type { Scenario } from '../../model/scenario';
import { measureOfType, withMeasure, withScenario } from '../document';
import { scenarioOf } from '../selectors';
import { PresentFeedback } from './feedback';
import { freeGroupId, groupsOf, levelOf, shareOf, type RecordEntry } from './presentState';

/** The levers of a session, and the proposals of groups: where somebody has set them. */
export abstract class PresentLevers extends PresentFeedback {
  isLocked(leverId: string): boolean {
    const { present } = this.state;
    return present?.session.agenda[present.stepRow]?.locked.includes(leverId) ?? false;
  }

  /** Moves a lever to a share: an ordinary edit of the workshop's scenario. */
  move(lever: SessionLever, share: number): void {
    const { present } = this.state;
    if (present === null || this.isLocked(lever.id) || !(share >= 0 && share <= 1)) return;
    const scenario = this.standing();
    if (scenario === undefined || Math.abs(shareOf(lever, scenario) - share) < 1e-9) return;
    const parameters = measureOfType(scenario, lever.measure)?.parameters ?? {};
    const changed = inOrder(withMeasure(scenario, lever.measure, share, parameters), present.session.levers);
    this.change(changed, this.leverWords(lever, changed), 'lever');
  }

  private change(changed: Scenario, name: string, kind: RecordEntry['kind']): void {
    this.stopReplay();
    this.store.setState({ activeId: changed.id });
    this.work.edit(name, withScenario(this.state.history.present, changed));
    this.note(kind, name);
  }

  /** "Heat pumps: many" or "Heat pumps: 35 %". */
  leverWords(lever: SessionLever, scenario: Scenario): string {
    const at = levelOf(lever, scenario);
    const level =
      at === null ? `${Math.round(100 * shareOf(lever, scenario))} %` : this.say(lever.levels[at]!.words);
    return `${this.say(lever.words)}: ${level}`;
  }

  /** Keeps where the levers stand as the proposal of a group: a scenario beside the workshop's. */
  keepProposal(name: string): void {
    const from = this.standing();
    const { present: document } = this.state.history;
    const id = freeGroupId(document);
    const called = name.trim().slice(0, 60);
    if (id === null || from === undefined || called === '') return;
    const proposal = { ...from, id, name: called };
    this.work.edit(this.words('present.edit.keep', { name: called }), {
      ...document,
      scenarios: [...document.scenarios, proposal],
    });
    this.note('group', called);
  }

  /** All levers that this step lets go to the present day: where a group begins. */
  allToToday(): void {
    const { present } = this.state;
    const now = this.standing();
    if (present === null || now === undefined) return;
    const { levers } = present.session;
    const free = new Set(levers.filter(({ id }) => !this.isLocked(id)).map(({ measure }) => measure));
    const measures = now.measures.filter(({ type }) => !free.has(type));
    if (measures.length === now.measures.length) return;
    this.change({ ...now, measures }, this.words('present.edit.today'), 'lever');
  }

  /** Sets the levers as a group has them; those that are locked in this step stay where they are. */
  showProposal(id: string): void {
    const { present } = this.state;
    const proposal = scenarioOf(this.state, id);
    const now = this.standing();
    if (present === null || proposal === undefined || now === undefined) return;
    const { levers } = present.session;
    const locked = new Set(levers.filter((lever) => this.isLocked(lever.id)).map(({ measure }) => measure));
    const measures = [
      ...now.measures.filter(({ type }) => locked.has(type)),
      ...proposal.measures.filter(({ type }) => !locked.has(type)),
    ];
    const name = this.words('present.edit.show', { name: proposal.name });
    this.change(inOrder({ ...now, measures }, levers), name, 'group');
  }

  removeProposal(id: string): void {
    const { present: document } = this.state.history;
    const gone = groupsOf(document).find((group) => group.id === id);
    if (gone === undefined) return;
    this.work.edit(this.words('present.edit.remove', { name: gone.name }), {
      ...document,
      scenarios: document.scenarios.filter((one) => one !== gone),
    });
    this.align();
  }
}

/** Measures of levers in the order of the levers, whichever was moved first: what one does may rest on another. */
function inOrder(scenario: Scenario, levers: readonly SessionLever[]): Scenario {
  const rows = new Map(levers.map(({ measure }, row) => [measure, row]));
  const rowOf = ({ type }: Scenario['measures'][number]) => rows.get(type) ?? -1;
  return { ...scenario, measures: [...scenario.measures].sort((a, b) => rowOf(a) - rowOf(b)) };
}
