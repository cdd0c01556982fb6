import type { ReactNode } from 'react';
import { useSpeech } from '../../state';
import { BlocksTable } from './BlocksTable';
import { NumberField } from './NumberField';
import { PriceCells, PriceHeads } from './PriceRow';
import type { PartProps } from './TariffForm';

/** Energy by time: blocks, or a price for every hour with what is added; and the price of critical days where there are some. */
export function EnergyPart({ draft, put }: PartProps) {
  const { words, typed } = useSpeech();
  const { energy, criticalPeak } = draft;
  return (
    <>
      {energy.kind === 'blocks' ? (
        <BlocksTable energy={energy} onEnergy={(changed) => put({ energy: changed })} />
      ) : (
        <>
          <PriceTable
            part={words('tariffs.form.dynamic')}
            cells={
              <PriceCells
                part={words('tariffs.form.energy')}
                price={energy.addedPerKWh}
                onPrice={(addedPerKWh) => put({ energy: { ...energy, addedPerKWh } })}
              />
            }
          />
          <p className="row wrap">
            <NumberField
              isLabelled
              label={words('tariffs.form.least')}
              value={energy.leastPerKWh}
              onValue={(leastPerKWh) => put({ energy: { ...energy, leastPerKWh } })}
            />
            <NumberField
              isLabelled
              label={words('tariffs.form.most')}
              value={energy.mostPerKWh}
              onValue={(mostPerKWh) => put({ energy: { ...energy, mostPerKWh } })}
            />
          </p>
        </>
      )}
      {criticalPeak === undefined ? null : (
        <PriceTable
          part={words('tariffs.form.critical', {
            count: criticalPeak.days.length,
            from: typed(criticalPeak.hours.fromHour),
            to: typed(criticalPeak.hours.toHour),
          })}
          cells={
            <PriceCells
              part={words('tariffs.form.energy')}
              price={criticalPeak.perKWh}
              onPrice={(perKWh) => put({ criticalPeak: { ...criticalPeak, perKWh } })}
            />
          }
        />
      )}
    </>
  );
}

function PriceTable({ part, cells }: { readonly part: string; readonly cells: ReactNode }) {
  const { words } = useSpeech();
  return (
    <table className="prices">
      <thead>
        <tr>
          <th scope="col">{words('tariffs.form.part')}</th>
          <PriceHeads />
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{part}</th>
          {cells}
        </tr>
      </tbody>
    </table>
  );
}
