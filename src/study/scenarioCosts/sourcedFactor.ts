import type { Factor } from '../../kpi';
import { factorQuality } from '../../kpi/factorQuality';
import type { SourcedValue } from '../../model/building';

/** A figure of the scenario's assumptions as measures keep theirs. */
export function sourcedFactor(factor: Factor): SourcedValue {
  return { value: factor.value, source: factor.source, quality: factorQuality(factor) };
}
