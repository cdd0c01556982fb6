import { worstQuality } from '../../model/archetypes';
import type { QualityClass } from '../../model/building';
import { fail, settle, succeed, type Issue, type Outcome } from '../../model/outcome';

/** Emissions of one sector; below zero where it is credited, which its name has to say. */
export interface LedgerRow {
  readonly sector: string;
  readonly emissionKg: number;
  readonly quality: QualityClass;
}

export interface CarbonLedger {
  /** What is counted: places, gases, scope, period. Never implicit. */
  readonly boundary: string;
  readonly rows: readonly LedgerRow[];
  /** Sum of the rows in their order. */
  readonly totalKg: number;
  readonly quality: QualityClass;
}

export function carbonLedger(boundary: string, rows: readonly LedgerRow[]): Outcome<CarbonLedger> {
  const issues: Issue[] = [];
  if (boundary.trim() === '') {
    issues.push(issueOf('carbon-boundary', 'boundary', boundary, 'The ledger has no boundary.', 'Say what is counted.')); // prettier-ignore
  }
  if (rows.length === 0) {
    issues.push(issueOf('carbon-empty', 'rows', '0', 'The ledger has no rows.', 'Give at least one sector.'));
  }
  rows.forEach(({ sector, emissionKg }, i) => {
    if (rows.findIndex((row) => row.sector === sector) < i) {
      issues.push(issueOf('carbon-sector', 'sector', sector, 'The sector is in the ledger twice.', 'Add its rows up first.')); // prettier-ignore
    }
    if (!(Math.abs(emissionKg) < Infinity)) {
      issues.push(issueOf('carbon-emission', sector, String(emissionKg), 'The emissions of the sector are not told.', 'Leave the sector out of rows and boundary, or tell them.')); // prettier-ignore
    }
  });
  return settle(
    {
      boundary,
      rows,
      totalKg: rows.reduce((total, { emissionKg }) => total + emissionKg, 0),
      quality: worstQuality(rows.map(({ quality }) => quality)),
    },
    issues,
  );
}

/** The ledger, if its sectors sum to a total that was counted another way; relative to the larger amounts in it. */
export function closedLedger(
  ledger: CarbonLedger,
  countedKg: number,
  tolerance = 1e-9,
): Outcome<CarbonLedger> {
  const size = ledger.rows.reduce((sum, { emissionKg }) => sum + Math.abs(emissionKg), Math.abs(countedKg));
  if (Math.abs(ledger.totalKg - countedKg) <= tolerance * size) return succeed(ledger);
  return fail([
    issueOf('carbon-open', 'totalKg', String(ledger.totalKg), `The sectors do not sum to the ${countedKg} kg that were counted.`, 'A sector is missing, doubled or counted within another border.'), // prettier-ignore
  ]);
}

function issueOf(code: string, field: string, value: string, message: string, remedy: string): Issue {
  return { severity: 'error', code, source: 'carbon ledger', field, value, message, remedy };
}
