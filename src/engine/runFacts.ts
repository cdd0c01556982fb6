import type { District } from '../model/district';
import { settle, type Issue, type Outcome } from '../model/outcome';
import type { RunInput } from '../model/run';
import type { Scenario } from '../model/scenario';
import { foldScenario, hashRun } from '../scenario';
import { chargingLimitIssues } from '../study/chargingLimits';
import { regulatorIssues } from '../study/regulatorYear';
import type { RunResult } from '../study/runResult';
import { withSpellsLaid } from '../study/spells';
import { unservedChargingIssues } from '../study/stationCharging';
import { voltageResponseIssues } from '../study/voltageResponse';
import { ENGINE_VERSION } from './version';

/** Inputs kept of one scenario: it is run on few districts, corrections and steps at a time. */
const KEPT_ALIKE = 4;

/**
 * What is known of a run by its input alone, or by its input and result; found out once for each input. Inputs with the same
 * members are one: whoever asks puts his own around them.
 */
export class RunFacts {
  private readonly inputs = new WeakMap<Scenario, RunInput[]>();
  private readonly hashes = new WeakMap<RunInput, Outcome<string>>();
  private readonly districts = new WeakMap<RunInput, Outcome<District>>();
  private readonly warnings = new WeakMap<RunInput, readonly Issue[]>();

  /** The same object for the same input: what is worked out of it can be found again. */
  effectiveDistrict(given: RunInput): Outcome<District> {
    const input = this.firstLike(given);
    const known = this.districts.get(input);
    if (known !== undefined) return known;
    const folded = foldScenario(input.district, input.baseEdits, input.scenario);
    this.districts.set(input, folded);
    return folded;
  }

  /** Hash of everything a run depends on; issues when the scenario does not fold. */
  inputHash(given: RunInput): Outcome<string> {
    const input = this.firstLike(given);
    const present = this.hashes.get(input);
    if (present !== undefined) return present;
    const folded = this.effectiveDistrict(input);
    const hash = folded.ok
      ? settle(
          hashRun(folded.value, withSpellsLaid(input).weather, input.stepS, ENGINE_VERSION),
          folded.issues,
        )
      : folded;
    this.hashes.set(input, hash);
    return hash;
  }

  /** What can be said of a result only once it is there. */
  warningsOf(given: RunInput, result: RunResult): readonly Issue[] {
    const input = this.firstLike(given);
    const known = this.warnings.get(input);
    if (known !== undefined) return known;
    const folded = this.effectiveDistrict(input);
    const found = folded.ok
      ? [
          ...chargingLimitIssues(folded.value, result),
          ...unservedChargingIssues(folded.value.id, result),
          ...voltageResponseIssues(folded.value.id, result),
          ...regulatorIssues(folded.value.id, result),
        ]
      : [];
    this.warnings.set(input, found);
    return found;
  }

  private firstLike(input: RunInput): RunInput {
    const alike = this.inputs.get(input.scenario) ?? [];
    this.inputs.set(input.scenario, alike);
    const first = alike.find(
      ({ district, baseEdits, weather, stepS }) =>
        district === input.district &&
        baseEdits === input.baseEdits &&
        weather === input.weather &&
        stepS === input.stepS,
    );
    if (first !== undefined) return first;
    alike.push(input);
    if (alike.length > KEPT_ALIKE) alike.shift();
    return input;
  }
}
