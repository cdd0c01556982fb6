import { useId } from 'react';
import type { Scenario } from '../../model/scenario';
import {
  TARIFF_CUSTOMERS,
  USUAL_TARIFF,
  type TariffContract,
  type TariffCustomers,
} from '../../model/tariff';
import { useActions, useSpeech } from '../../state';
import { contractsBy, knownTariffs, withContracts, type KnownTariff } from '../../state/tariffs/ownTariffs';
import { selectorWords } from '../../words';
import { handFocus } from '../parts/handFocus';
import { IconButton } from '../parts/IconButton';

/** Which customers buy under which tariff; the first line that is for one counts. */
export function ContractsSection({ scenario }: { readonly scenario: Scenario }) {
  const actions = useActions();
  const { words } = useSpeech();
  const heading = useId();
  const known = knownTariffs(scenario);
  const contracts = contractsBy(scenario);
  const usual = known.find(({ tariff }) => tariff.id === USUAL_TARIFF)?.tariff.name ?? USUAL_TARIFF;
  const set = (changed: readonly TariffContract[]) =>
    actions.setTariffs(words('tariffs.steps.contracts'), withContracts(scenario, changed));
  const first = known[0]!.tariff.id;
  return (
    <section aria-labelledby={heading} data-part="contracts">
      <h3 id={heading}>{words('tariffs.contracts.title')}</h3>
      <p className="muted small-text">{words('tariffs.contracts.note', { usual })}</p>
      {contracts.length === 0 ? (
        <p>{words('tariffs.contracts.empty', { usual })}</p>
      ) : (
        <ol className="contracts">
          {contracts.map((contract, row) => (
            <ContractLine
              key={row}
              contract={contract}
              number={row + 1}
              known={known}
              onChange={(changed) => set(contracts.map((one, at) => (at === row ? changed : one)))}
              onRemove={() => {
                set(contracts.filter((_, at) => at !== row));
                handFocus('[data-part="add-contract"]');
              }}
              onUp={
                row === 0
                  ? null
                  : () =>
                      set([
                        ...contracts.slice(0, row - 1),
                        contract,
                        contracts[row - 1]!,
                        ...contracts.slice(row + 1),
                      ])
              }
            />
          ))}
        </ol>
      )}
      <button
        type="button"
        className="button small"
        data-part="add-contract"
        onClick={() => set([...contracts, { tariffId: first, customers: 'households' }])}
      >
        {words('tariffs.contracts.add')}
      </button>
    </section>
  );
}

interface ContractLineProps {
  readonly contract: TariffContract;
  readonly number: number;
  readonly known: readonly KnownTariff[];
  readonly onChange: (changed: TariffContract) => void;
  readonly onRemove: () => void;
  readonly onUp: (() => void) | null;
}

function ContractLine({ contract, number, known, onChange, onRemove, onUp }: ContractLineProps) {
  const { words, language } = useSpeech();
  const id = useId();
  const { tariffId, customers, rule } = contract;
  return (
    <li className="row wrap">
      <label htmlFor={`${id}-tariff`} className="hidden">
        {words('tariffs.contracts.tariff')} {number}
      </label>
      <select
        id={`${id}-tariff`}
        value={tariffId}
        onChange={(event) => onChange({ ...contract, tariffId: event.target.value })}
      >
        {known.map(({ tariff }) => (
          <option key={tariff.id} value={tariff.id}>
            {tariff.name}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-customers`} className="hidden">
        {words('tariffs.contracts.customers')} {number}
      </label>
      <select
        id={`${id}-customers`}
        value={customers}
        onChange={(event) => onChange({ ...contract, customers: event.target.value as TariffCustomers })}
      >
        {TARIFF_CUSTOMERS.map((kind) => (
          <option key={kind} value={kind}>
            {words(`tariffs.contracts.kinds.${kind}`)}
          </option>
        ))}
      </select>
      <span className="muted">
        {rule === undefined
          ? words('tariffs.contracts.everywhere')
          : selectorWords(language, { rule }, 'building')}
      </span>
      {onUp === null ? null : (
        <IconButton icon="previous" label={words('tariffs.contracts.up', { number })} onClick={onUp} />
      )}
      <IconButton icon="close" label={words('tariffs.contracts.remove', { number })} onClick={onRemove} />
    </li>
  );
}
