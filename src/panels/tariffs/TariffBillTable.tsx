import { useMemo } from 'react';
import type { Scenario } from '../../model/scenario';
import { runOf, useAppParts, useAppStore, useSpeech } from '../../state';
import { tariffBill } from '../../state/tariffs/tariffBill';
import { Scroll } from '../parts/Scroll';

/** The selected building's bill as the scenario stands, and beside it as a draft would have it. */
export function TariffBillTable({
  scenario,
  draft,
}: {
  readonly scenario: Scenario;
  readonly draft: Scenario | null;
}) {
  const { words, quantity } = useSpeech();
  const store = useAppStore();
  const parts = useAppParts((state) => [
    state.selection,
    state.buildingYears[scenario.id],
    runOf(state, scenario.id).status,
    state.stepS,
    scenario,
  ]);
  const now = useMemo(() => {
    void parts;
    return tariffBill(store.getState(), scenario);
  }, [parts, scenario, store]);
  const drafted = useMemo(() => {
    void parts;
    return draft === null ? null : tariffBill(store.getState(), draft);
  }, [parts, draft, store]);
  if (now === null) return <p className="muted">{words('tariffs.bill.none')}</p>;
  const eur = (value: number) => quantity(value, 'EUR');
  const title = words('tariffs.bill.title', { building: now.buildingId });
  return (
    <Scroll label={title}>
      <table className="compare plain bill" data-part="tariff-bill">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words('tariffs.form.part')}</th>
            <th scope="col" className="number">
              {words('tariffs.bill.now')}
            </th>
            {drafted === null ? null : (
              <th scope="col" className="number">
                {words('tariffs.bill.draft')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {now.parts.map(({ part, eur: value }, row) => (
            <tr key={part}>
              <th scope="row">{words(`building.effect.billParts.${part}`)}</th>
              <td className="number">{eur(value)}</td>
              {drafted === null ? null : <td className="number">{eur(drafted.parts[row]!.eur)}</td>}
            </tr>
          ))}
          <tr>
            <th scope="row">{words('tariffs.bill.total')}</th>
            <td className="number" data-part="bill-now">
              {eur(now.totalEur)}
            </td>
            {drafted === null ? null : (
              <td className="number" data-part="bill-draft">
                {eur(drafted.totalEur)}
              </td>
            )}
          </tr>
        </tbody>
      </table>
    </Scroll>
  );
}
