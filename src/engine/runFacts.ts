import type { District } from '../model/district';
import { settle, type Issue, type Outcome } from '../model/outcome';
import type { RunInput } from '../model/run';
import { foldScenario, hashRun } from '../scenario';
import { chargingLimitIssues } from '../study/chargingLimits';
import type { RunResult } from '../study/runResult';
import { withSpellsLaid } from '../study/spells';
import { voltageResponseIssues } from '../study/voltageResponse';
import { ENGINE_VERSION } from './version';

/** What is known of a run by its input alone, or by its input and result; found out once for each input. */
export class RunFacts {
  private readonly hashes = new WeakMap<RunInput, Outcome<string>>();
  private readonly warnings = new WeakMap<RunInput, readonly Issue[]>();

  effectiveDistrict(input: RunInput): Outcome<District> {
    return foldScenario(input.district, input.baseEdits, input.scenario);
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
      ? [...chargingLimitIssues(folded.value, result), ...voltageResponseIssues(folded.value.id, result)]
      : [];
    this.warnings.set(input, found);
    return found;
  }
}
