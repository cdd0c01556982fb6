import { FACTORS, limitsOf } from '../kpi';
import type { AssumptionKey, AssumptionOverride } from '../model/assumptions';
import { DEFAULT_LIMITS, type LimitsProfile } from '../model/limits';
import type { Scenario, WeatherSpell } from '../model/scenario';
import { assumptionWords } from '../words';
import { BASELINE_ID, withScenario } from './document';
import { withAssumption, withLimits, withSpell } from './scenarioBasis';
import { scenarioOf } from './selectors';
import { assumedText, spellText } from './view/assumptions';
import { ViewActions } from './viewActions';

/** What the scenario on screen assumes otherwise than the program: figures, limits, weather. Named, undoable steps. */
export abstract class AssumptionActions extends ViewActions {
  /** A figure of the scenario's own, with its source and date; null takes the program's again. No year is run for it. */
  setAssumption(key: AssumptionKey, own: Pick<AssumptionOverride, 'value' | 'source' | 'date'> | null): void {
    const { language } = this.state;
    const stated = own === null ? null : { ...own, unit: FACTORS[key].unit };
    const value = assumedText(key, own?.value ?? FACTORS[key].value, language);
    const label = assumptionWords(language, key);
    const name = this.words(own === null ? 'assumptions.stepReset' : 'assumptions.step', { label, value });
    this.restate(name, (scenario) => withAssumption(scenario, key, stated));
  }

  /** Limits of the scenario's own; null takes the program's again. No year is run for them. */
  setLimits(limits: LimitsProfile | null): void {
    const { profile } = limits ?? DEFAULT_LIMITS;
    const name = profile === 'own' ? this.words('assumptions.limits.own') : limitsOf({ profile }).name;
    this.restate(this.words('assumptions.limits.step', { name }), (scenario) => withLimits(scenario, limits));
  }

  /** A week of unusual weather, or none of the kind; the year is run anew. */
  setSpell(kind: WeatherSpell['kind'], spell: Omit<WeatherSpell, 'kind'> | null): void {
    const name =
      spell === null
        ? this.words('assumptions.spells.stepNone', { kind: this.words(`assumptions.spells.${kind}`) })
        : spellText({ kind, ...spell }, this.state.language);
    this.restate(name, (scenario) => withSpell(scenario, kind, spell));
  }

  protected restate(name: string, change: (scenario: Scenario) => Scenario): void {
    const scenario = scenarioOf(this.state, this.state.activeId);
    if (scenario === undefined || scenario.id === BASELINE_ID) return;
    const changed = change(scenario);
    if (changed !== scenario) this.edit(name, withScenario(this.state.history.present, changed));
  }
}
