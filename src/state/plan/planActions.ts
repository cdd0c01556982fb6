import { evenPath } from '../../scenario';
import type { Measure, MeasureType, OwnLegalStatus, Scenario } from '../../model/scenario';
import type { OwnTariffs } from '../../model/tariff';
import { measureWords } from '../../words';
import { AssumptionActions } from '../assumptionActions';
import { BASELINE_ID, withCurve } from '../document';
import { withLegal } from '../scenarioBasis';
import { scenariosOf } from '../selectors';
import { curveText } from '../view/curve';
import type { ScorecardWishes } from '../scorecard/wishes';
import { withOwnTariffs } from '../tariffs/ownTariffs';
import { withPathYears } from './curve';

/** How the scenario on screen goes over the years. Named, undoable steps. */
export abstract class PlanActions extends AssumptionActions {
  /** A measure's share in every year: a number, or a curve. The year on screen runs only where its own share changes. */
  setCurve(type: MeasureType, curve: Pick<Measure, 'adoption' | 'fromYear'>, measureId?: string): void {
    const { language } = this.state;
    const measure = measureWords(language, type).label;
    const name = this.words('path.step', { measure, list: curveText(curve, language) });
    this.restate(name, (scenario) => withCurve(scenario, type, curve, measureId));
  }

  setPathYears(years: readonly number[]): void {
    const name = this.words('path.stepYears', { years: years.join(', ') });
    this.restate(name, (scenario) => withPathYears(scenario, years));
  }

  /** Tariffs of the scenario's own and who gets which: bills follow, no year is run. */
  setTariffs(name: string, own: OwnTariffs): void {
    this.restate(name, (scenario) => withOwnTariffs(scenario, own));
  }

  /** Whether a measure may be done, as somebody found out; null takes what the library says again. Nothing computed depends on it. */
  setLegal(type: MeasureType, own: Omit<OwnLegalStatus, 'type'> | null): void {
    const measure = measureWords(this.state.language, type).label;
    const name = this.words(own === null ? 'scenario.legalStepNone' : 'scenario.legalStep', { measure });
    this.restate(name, (scenario) => withLegal(scenario, type, own));
  }

  /** What scorecards are scored against; null = as proposed. */
  setScorecard(scorecard: ScorecardWishes | null): void {
    const { scorecard: _, ...others } = this.state.history.present;
    this.edit(
      this.words(scorecard === null ? 'scorecard.stepNone' : 'scorecard.step'),
      scorecard === null ? others : { ...others, scorecard },
    );
  }

  /** Every measure from nothing in the year of the baseline to what it is in the scenario's own. */
  growEvenly(): void {
    const year = this.presentYear();
    this.restate(this.words('path.stepEven', { year }), (scenario) => evenPath(scenario, year));
  }

  /** The year that adoption grows from: the baseline's. */
  presentYear(): number {
    return presentYearOf(scenariosOf(this.state));
  }
}

export function presentYearOf(scenarios: readonly Scenario[]): number {
  const baseline = scenarios.find(({ id }) => id === BASELINE_ID) ?? scenarios[0];
  return baseline?.year ?? Number.NaN;
}
