import type { Engine } from '../../engine/contract';
import type { Point } from '../../model/building';
import type { Issue } from '../../model/outcome';
import type { MeasureType, Scenario } from '../../model/scenario';
import type { SelectorRule, UpstreamKind } from '../../model/selector';
import { deriveScenario, targetOf } from '../../scenario';
import { issueSentences, measureWords, wordsOf } from '../../words';
import type { AppState, Selection } from '../appState';
import { BASELINE_ID, freshScenarioName, withScenario, type Document } from '../document';
import { scenarioOf } from '../selectors';
import type { AppStore } from '../store';
import { districtOf } from '../view/effective';
import { scenarioName } from '../view/scenarioWords';
import { GroupRunner } from './groupStudy';
import { markedAfter, type Marked, type MarkedKind, type MarkHow, type MarkTool } from './marked';
import { withMeasureFor, withMeasureRestricted, withoutMeasure } from './markedMeasures';
import { withoutSelection, withSelection } from './saved';

interface Work {
  readonly edit: (name: string, document: Document) => void;
  readonly add: (scenario: Scenario, stepName: string) => void;
}

/** Marks elements together, and gives those who are marked a measure. Marking is no step of history; a measure is. */
export class MarkRunner {
  readonly group: GroupRunner;

  constructor(
    private readonly store: AppStore,
    engine: Engine,
    private readonly work: Work,
  ) {
    this.group = new GroupRunner(store, engine);
  }

  private get state(): AppState {
    return this.store.getState();
  }

  setTool(markTool: MarkTool | null): void {
    this.store.setState({ markTool });
  }

  /** What is drawn round, or asked for. */
  setKind(markKind: MarkedKind): void {
    this.store.setState({ markKind });
  }

  setHow(markHow: MarkHow): void {
    this.store.setState({ markHow });
  }

  /** Puts a rule to what is marked. What gives nobody leaves everything as it was, and says so. */
  mark(kind: MarkedKind, rule: SelectorRule, how: MarkHow = 'only'): readonly Issue[] {
    const district = districtOf(this.state, BASELINE_ID);
    if (district === null) return [];
    const { marked: before, language } = this.state;
    const { marked, issues } = markedAfter(before, kind, rule, how, district);
    const words = wordsOf(language);
    if (marked === null) {
      const isEmptied = issues.length === 0 && how !== 'only' && how !== 'add' && before?.kind === kind;
      if (isEmptied) this.clear();
      else
        this.store.setState({
          announcement: issueSentences(language, issues.slice(0, 1)) || words('marked.nobody'),
        });
      return issues;
    }
    this.store.setState({
      ...{ marked, markKind: kind },
      announcement: words(`marked.said.${kind}`, { count: marked.ids.length }),
    });
    return [];
  }

  /** One more or one less. The first beside the element that is looked at takes that one along. */
  toggle({ kind, id }: Selection): void {
    if (kind === 'bus') return;
    const { marked, selection, markTool } = this.state;
    const present = marked?.kind === kind ? marked : null;
    if (present !== null) {
      this.mark(kind, { kind: 'ids', ids: [id] }, present.ids.includes(id) ? 'takeAway' : 'add');
      return;
    }
    const isBeside = markTool === null && selection?.kind === kind && selection.id !== id;
    this.mark(kind, { kind: 'ids', ids: isBeside ? [selection.id, id] : [id] });
  }

  markPolygon(points: readonly Point[], how: MarkHow): void {
    // To the decimetre, so that an address can carry it: what lies inside is told by its centre.
    const corners = points.map(([x, y]): Point => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
    if (corners.length > 2) this.mark(this.state.markKind, { kind: 'polygon', points: corners }, how);
  }

  /** Everything of a kind that is fed through an element. */
  markDownstream(from: UpstreamKind, id: string, kind: MarkedKind = 'building'): void {
    this.mark(kind, { kind: 'downstream', from, id });
  }

  /** Whom a measure is for becomes what is marked. */
  markMeasure(measureId: string): void {
    const measure = scenarioOf(this.state, this.state.activeId)?.measures.find(({ id }) => id === measureId);
    if (measure === undefined) return;
    const kind = targetOf(measure.type);
    if (kind !== 'source') this.mark(kind, measure.selector?.rule ?? { kind: 'all' });
  }

  rename(name: string): void {
    const { marked } = this.state;
    if (marked !== null) this.store.setState({ marked: { ...marked, name: name.trim().slice(0, 60) } });
  }

  /** Keeps the rule of those who are marked under their name, in the work; a name that is taken gets this rule. */
  save(name: string): void {
    const { marked, history } = this.state;
    const trimmed = name.trim().slice(0, 60);
    if (marked === null || trimmed === '') return;
    const { kind, rule } = marked;
    this.store.setState({ marked: { ...marked, name: trimmed } });
    this.work.edit(
      wordsOf(this.state.language)('marked.saved.step', { name: trimmed }),
      withSelection(history.present, { name: trimmed, kind, rule }),
    );
  }

  /** Marks those that a saved rule gives in the district as it stands now. */
  recall(name: string): readonly Issue[] {
    const saved = this.state.history.present.selections?.find((one) => one.name === name);
    if (saved === undefined) return [];
    const issues = this.mark(saved.kind, saved.rule);
    const { marked } = this.state;
    // Nobody is left of it: what was marked stands, under its own name.
    if (marked?.rule === saved.rule) this.store.setState({ marked: { ...marked, name } });
    return issues;
  }

  forget(name: string): void {
    const { present } = this.state.history;
    const changed = withoutSelection(present, name);
    if (changed !== present)
      this.work.edit(wordsOf(this.state.language)('marked.saved.stepForget', { name }), changed);
  }

  clear(): void {
    this.group.cancel();
    const announcement = wordsOf(this.state.language)('marked.cleared');
    this.store.setState({ marked: null, group: null, announcement });
  }

  /** Nothing is marked and nothing is to be. */
  close(): void {
    this.store.setState({ markTool: null, markKind: 'building', markHow: 'only' });
    if (this.state.marked !== null) this.clear();
  }

  /** A measure for those who are marked, in the scenario on screen; in the baseline, in a new one beside it. */
  apply(type: MeasureType, share = 1): void {
    const { marked } = this.state;
    if (marked !== null) this.applyTo(marked, this.whom, type, share);
  }

  /** A measure for one element alone; what is marked stays as it is. */
  applyAt({ kind, id }: Selection, type: MeasureType): void {
    if (kind === 'bus') return;
    this.applyTo({ kind, rule: { kind: 'ids', ids: [id] }, ids: [id], name: '' }, id, type, 1);
  }

  private applyTo(marked: Marked, whom: string, type: MeasureType, share: number): void {
    const { activeId, language, history } = this.state;
    const scenario = scenarioOf(this.state, activeId);
    if (scenario === undefined || targetOf(type) !== marked.kind) return;
    const words = wordsOf(language);
    const step = words('marked.step', {
      measure: measureWords(language, type).label,
      percent: Math.round(share * 100),
      whom,
    });
    if (scenario.id !== BASELINE_ID)
      return this.work.edit(
        step,
        withScenario(history.present, withMeasureFor(scenario, type, share, marked)),
      );
    const fresh = freshScenarioName(history.present, words('steps.scenario'));
    const name = words('steps.derived', { name: fresh.name, from: scenarioName(scenario, words) });
    this.work.add(
      withMeasureFor(deriveScenario(scenario, { id: fresh.id, name }), type, share, marked),
      step,
    );
  }

  /** A measure that stands is for those who are marked from now on. */
  restrict(measureId: string): void {
    const { marked } = this.state;
    if (marked !== null)
      this.editMeasure(measureId, 'marked.stepOnly', (scenario) =>
        withMeasureRestricted(scenario, measureId, marked),
      );
  }

  release(measureId: string): void {
    this.editMeasure(measureId, 'marked.stepAll', (scenario) =>
      withMeasureRestricted(scenario, measureId, null),
    );
  }

  removeMeasure(measureId: string): void {
    this.editMeasure(measureId, 'marked.stepWithout', (scenario) => withoutMeasure(scenario, measureId));
  }

  private editMeasure(
    measureId: string,
    step: 'marked.stepOnly' | 'marked.stepAll' | 'marked.stepWithout',
    change: (scenario: Scenario) => Scenario,
  ): void {
    const { activeId, language, history } = this.state;
    const scenario = scenarioOf(this.state, activeId);
    const measure = scenario?.measures.find(({ id }) => id === measureId);
    if (scenario === undefined || measure === undefined) return;
    const name = wordsOf(language)(step, {
      measure: measureWords(language, measure.type).label,
      whom: this.whom,
    });
    this.work.edit(name, withScenario(history.present, change(scenario)));
  }

  /** Those who are marked, in words: "24 buildings", by their name where they have one. */
  private get whom(): string {
    const { marked, language } = this.state;
    if (marked === null) return '';
    const words = wordsOf(language);
    const count = words(`marked.count.${marked.kind}`, { count: marked.ids.length });
    return marked.name === '' ? count : `${marked.name}, ${count}`;
  }
}
