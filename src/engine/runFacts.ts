import type { District } from '../model/district';
import { settle, type Issue, type Outcome } from '../model/outcome';
import type { RunInput } from '../model/run';
import { foldScenario, hashRun } from '../scenario';
import { chargingLimitIssues } from '../study/chargingLimits';
import { regulatorIssues } from '../study/regulatorYear';
import type { RunResult } from '../study/runResult';
import { withSpellsLaid } from '../study/spells';
import { voltageResponseIssues } from '../study/voltageResponse';
import { ENGINE_VERSION } from './version';

/** What is known of a run by its input alone, or by its input and result; found out once for each input. */
export class RunFacts {
  private readonly hashes = new WeakMap<RunInput, Outcome<string>>();
  private readonly districts = new WeakMap<RunInput, Outcome<District>>();
  private readonly warnings = new WeakMap<RunInput, readonly Issue[]>();

  /** The same object for the same input: what is worked out of it can be found again. */
  effectiveDistrict(input: RunInput): Outcome<District> {
    const known = this.districts.get(input);
    if (known !== undefined) return known;
    const folded = foldScenario(input.district, input.baseEdits, input.scenario);
    this.districts.set(input, folded);
    return folded;
  }

  /** Hash of everything a run depends on; issues when the scenario does not fold. */
  inputHash(input: RunInput): Outcome<string> {
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
  warningsOf(input: RunInput, result: RunResult): readonly Issue[] {
    const known = this.warnings.get(input);
    if (known !== undefined) return known;
    const folded = this.effectiveDistrict(input);
    const found = folded.ok
      ? [
          ...chargingLimitIssues(folded.value, result),
          ...voltageResponseIssues(folded.value.id, result),
          ...regulatorIssues(folded.value.id, result),
        ]
      : [];
    this.warnings.set(input, found);
    return found;
  }
}
