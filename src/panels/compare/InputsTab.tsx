import { inputTable } from '../../state/view';
import type { Shown } from './shown';
import { PlainTable, SaveTable } from './SaveTable';

/** What was put in otherwise than in the baseline. */
export function InputsTab({ shown: { comparison, keys, names } }: { readonly shown: Shown }) {
  const { scenarios, baselineKey } = comparison;
  const table = inputTable(
    scenarios.filter(({ key }) => keys.includes(key)),
    names,
    baselineKey,
  );
  if (table.rows.length === 0) return <p>No input differs from {names.get(baselineKey)}.</p>;
  return (
    <>
      <div className="row">
        <p className="muted">
          {table.rows.length} inputs differ from {names.get(baselineKey)}; everything else is the same.
        </p>
        <span className="spacer" />
        <SaveTable name="inputs.csv" label="Save the inputs that differ as CSV" table={table} />
      </div>
      <PlainTable table={table} label="Inputs that differ" />
    </>
  );
}
