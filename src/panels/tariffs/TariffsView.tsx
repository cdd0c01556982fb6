import { useState } from 'react';
import type { Scenario } from '../../model/scenario';
import type { Tariff } from '../../model/tariff';
import { useActions, useSpeech } from '../../state';
import { knownTariffs, tariffFrom, withoutTariff, withTariff } from '../../state/tariffs/ownTariffs';
import { tariffCells } from '../../state/view/tariffs';
import { Scroll } from '../parts/Scroll';
import { handFocus } from '../parts/handFocus';
import { ContractsSection } from './ContractsSection';
import { TariffBillTable } from './TariffBillTable';
import { TariffForm } from './TariffForm';

const COLUMNS = ['name', 'connection', 'contracted', 'energy', 'peak', 'feedIn', 'actions'] as const;

/** Tariffs a scenario may buy under, its own to be edited, and who gets which. */
export function TariffsView({ scenario }: { readonly scenario: Scenario }) {
  const actions = useActions();
  const { words } = useSpeech();
  const [edited, setEdited] = useState<string | null>(null);
  const known = knownTariffs(scenario);
  const inForm = known.find(({ tariff, isOwn }) => isOwn && tariff.id === edited);
  const copy = (from: Tariff) => {
    const fresh = tariffFrom(from, words('tariffs.copyName', { name: from.name }), scenario);
    actions.setTariffs(
      words('tariffs.steps.make', { name: fresh.name, from: from.name }),
      withTariff(scenario, fresh),
    );
    setEdited(fresh.id);
  };
  return (
    <div className="tariffs" data-part="tariffs">
      <p className="muted">{words('tariffs.lead')}</p>
      <Scroll height="low" label={words('tariffs.list')}>
        <table className="compare plain tariff-list">
          <thead>
            <tr>
              {COLUMNS.map((key) => (
                <th key={key} scope="col" className={isNumber(key) ? 'number' : undefined}>
                  {words(`tariffs.columns.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          {known.map(({ tariff, isOwn }) => (
            <TariffRow
              key={tariff.id}
              tariff={tariff}
              isOwn={isOwn}
              scenario={scenario}
              isEdited={edited === tariff.id}
              onCopy={() => copy(tariff)}
              onEdit={() => setEdited(edited === tariff.id ? null : tariff.id)}
              onDone={() => setEdited(null)}
            />
          ))}
        </table>
      </Scroll>
      {inForm === undefined ? null : (
        <TariffForm
          key={JSON.stringify(inForm.tariff)}
          tariff={inForm.tariff}
          scenario={scenario}
          onDone={() => {
            setEdited(null);
            handFocus(`[data-tariff="${CSS.escape(inForm.tariff.id)}"] [aria-expanded]`);
          }}
        />
      )}
      <ContractsSection scenario={scenario} />
      {inForm === undefined ? <TariffBillTable scenario={scenario} draft={null} /> : null}
    </div>
  );
}

const isNumber = (key: (typeof COLUMNS)[number]): boolean => key !== 'name' && key !== 'actions';

interface TariffRowProps {
  readonly tariff: Tariff;
  readonly isOwn: boolean;
  readonly scenario: Scenario;
  readonly isEdited: boolean;
  readonly onCopy: () => void;
  readonly onEdit: () => void;
  readonly onDone: () => void;
}

function TariffRow({ tariff, isOwn, scenario, isEdited, onCopy, onEdit, onDone }: TariffRowProps) {
  const actions = useActions();
  const { words, language } = useSpeech();
  const { name, source } = tariff;
  return (
    <tbody data-tariff={tariff.id}>
      <tr>
        <th scope="row" title={source}>
          {name} <span className="tag">{words(isOwn ? 'tariffs.own' : 'tariffs.shipped')}</span>
          {isOwn ? <span className="muted small-text source">{source}</span> : null}
        </th>
        {tariffCells(tariff, language).map((cell, at) => (
          <td key={COLUMNS[at + 1]} className="number">
            {cell}
          </td>
        ))}
        <td className="changes-of">
          <RowButton text={words('tariffs.copy')} of={words('tariffs.copyOf', { name })} onClick={onCopy} />
          {isOwn ? (
            <>
              <RowButton
                text={words('tariffs.edit')}
                of={words('tariffs.ofName', { name })}
                expanded={isEdited}
                onClick={onEdit}
              />
              <RowButton
                text={words('tariffs.remove')}
                of={words('tariffs.ofName', { name })}
                onClick={() => {
                  onDone();
                  actions.setTariffs(
                    words('tariffs.steps.remove', { name }),
                    withoutTariff(scenario, tariff.id),
                  );
                  handFocus('.tariffs > .scroll');
                }}
              />
            </>
          ) : null}
        </td>
      </tr>
    </tbody>
  );
}

function RowButton({
  text,
  of,
  expanded,
  onClick,
}: {
  readonly text: string;
  readonly of: string;
  readonly expanded?: boolean;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" className="button small" aria-expanded={expanded} onClick={onClick}>
      {text}
      <span className="hidden">{of}</span>
    </button>
  );
}
