import { useSpeech } from '../../state';
import { presentValueTable } from '../../state/view';
import { PlainTable, SaveTable } from './SaveTable';
import type { Shown } from './shown';

/** What the scenarios are worth at several discount rates side by side. */
export function PresentValues({ shown }: { readonly shown: Shown }) {
  const speech = useSpeech();
  const found = presentValueTable(shown.comparison, shown.keys, shown.names, speech);
  if (found === null) return null;
  const { words } = speech;
  const numbers = found.table.columns.flatMap((_, at, { length }) => (at > 1 && at < length - 1 ? [at] : []));
  return (
    <section data-part="present-values">
      <div className="row">
        <h3>{words('worth.title')}</h3>
        <span className="spacer" />
        <SaveTable name="present_values.csv" label={words('worth.save')} table={found.table} />
      </div>
      <p className="muted small-text">{words('worth.lead', { years: String(found.horizonYears) })}</p>
      <PlainTable table={found.table} label={words('worth.title')} numbers={numbers} />
    </section>
  );
}
