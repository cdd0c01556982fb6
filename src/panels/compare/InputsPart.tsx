import { useAppState, useWords } from '../../state';
import { inputTable } from '../../state/view';
import type { Shown } from './shown';
import { PlainTable, SaveTable } from './SaveTable';

/** What was put in otherwise than in the baseline. */
export function InputsPart({ shown: { comparison, keys, names } }: { readonly shown: Shown }) {
  const words = useWords();
  const language = useAppState((state) => state.language);
  const { scenarios, baselineKey } = comparison;
  const baseline = names.get(baselineKey)!;
  const table = inputTable(
    scenarios.filter(({ key }) => keys.includes(key)),
    names,
    baselineKey,
    language,
  );
  return (
    <section data-part="inputs" aria-label={words('compare.inputs.title')}>
      <h3>{words('compare.inputs.title')}</h3>
      {table.rows.length === 0 ? (
        <p>{words('compare.inputs.none', { baseline })}</p>
      ) : (
        <>
          <div className="row">
            <p className="muted">{words('compare.inputs.lead', { number: table.rows.length, baseline })}</p>
            <span className="spacer" />
            <SaveTable name="inputs.csv" label={words('compare.inputs.save')} table={table} />
          </div>
          <PlainTable table={table} label={words('compare.inputs.label')} />
        </>
      )}
    </section>
  );
}
