import { useId, useState } from 'react';
import { TARIFF_DAYS, type BlockEnergy, type EnergyBlock, type Price } from '../../model/tariff';
import { useSpeech } from '../../state';
import { freeNumbered } from '../../state/document';
import { handFocus } from '../parts/handFocus';
import { IconButton } from '../parts/IconButton';
import { NumberField } from './NumberField';
import { PriceCells, PriceHeads } from './PriceRow';

const NOTHING: Price = { supplier: 0, grid: 0, levies: 0 };
const WHOLE_DAY = { fromHour: 0, toHour: 24 } as const;

interface BlocksTableProps {
  readonly energy: BlockEnergy;
  readonly onEnergy: (energy: BlockEnergy) => void;
}

/** Energy by time: every block with its days, hours, months and a price a tier. */
export function BlocksTable({ energy, onEnergy }: BlocksTableProps) {
  const { words, typed } = useSpeech();
  const { blocks, tierLimitsKWhPerMonth: limits } = energy;
  const set = (changed: readonly EnergyBlock[]) => onEnergy({ ...energy, blocks: changed });
  const add = () => {
    const id = freeNumbered(words('tariffs.form.newBlock'), new Set(blocks.map((block) => block.id)));
    const perKWh = Array.from({ length: limits.length + 1 }, () => NOTHING);
    set([...blocks, { id, hours: WHOLE_DAY, perKWh }]);
  };
  return (
    <>
      <table className="prices">
        <thead>
          <tr>
            <th scope="col">{words('tariffs.form.block')}</th>
            <th scope="col">{words('tariffs.form.days')}</th>
            <th scope="col">{words('tariffs.form.hours')}</th>
            <th scope="col">{words('tariffs.form.months')}</th>
            <PriceHeads />
            <th />
          </tr>
        </thead>
        {blocks.map((block, row) => (
          <BlockRows
            key={block.id}
            block={block}
            isOnly={blocks.length === 1}
            onBlock={(changed) => set(blocks.map((one, at) => (at === row ? changed : one)))}
            onRemove={() => {
              set(blocks.filter((_, at) => at !== row));
              handFocus('[data-part="add-block"]');
            }}
          />
        ))}
      </table>
      {limits.length === 0 ? null : (
        <p className="muted small-text">
          {words('tariffs.form.tierNote', { limits: limits.map(typed).join(', ') })}
        </p>
      )}
      <p>
        <button type="button" className="button small" data-part="add-block" onClick={add}>
          {words('tariffs.form.addBlock')}
        </button>
      </p>
    </>
  );
}

interface BlockRowsProps {
  readonly block: EnergyBlock;
  readonly isOnly: boolean;
  readonly onBlock: (block: EnergyBlock) => void;
  readonly onRemove: () => void;
}

function BlockRows({ block, isOnly, onBlock, onRemove }: BlockRowsProps) {
  const { words } = useSpeech();
  const { id, name, perKWh } = block;
  const shown = name ?? id;
  const tiers = perKWh.map((price, tier) => (
    <PriceCells
      key={tier}
      part={perKWh.length === 1 ? shown : words('tariffs.form.tier', { part: shown, number: tier + 1 })}
      price={price}
      onPrice={(changed) =>
        onBlock({ ...block, perKWh: perKWh.map((one, at) => (at === tier ? changed : one)) })
      }
    />
  ));
  return (
    <tbody>
      <tr>
        <th scope="row" rowSpan={perKWh.length}>
          {shown}
        </th>
        <td rowSpan={perKWh.length}>
          <Days block={block} onBlock={onBlock} />
        </td>
        <td rowSpan={perKWh.length}>
          <Hours block={block} onBlock={onBlock} />
        </td>
        <td rowSpan={perKWh.length}>
          <Months block={block} onBlock={onBlock} />
        </td>
        {tiers[0]}
        <td rowSpan={perKWh.length}>
          {isOnly ? null : (
            <IconButton
              icon="close"
              label={words('tariffs.form.removeBlock', { block: shown })}
              onClick={onRemove}
            />
          )}
        </td>
      </tr>
      {tiers.slice(1).map((cells, at) => (
        <tr key={at}>{cells}</tr>
      ))}
    </tbody>
  );
}

type PartProps = Pick<BlockRowsProps, 'block' | 'onBlock'>;

function Days({ block, onBlock }: PartProps) {
  const { words } = useSpeech();
  const days = block.days ?? TARIFF_DAYS;
  const { days: _, ...rest } = block;
  return TARIFF_DAYS.map((day) => (
    <label key={day} className="day">
      <input
        type="checkbox"
        checked={days.includes(day)}
        onChange={() => {
          const changed = TARIFF_DAYS.filter((one) => (one === day) !== days.includes(one));
          onBlock(changed.length === TARIFF_DAYS.length ? rest : { ...rest, days: changed });
        }}
      />
      {words(`tariffs.form.dayKinds.${day}`)}
    </label>
  ));
}

function Hours({ block, onBlock }: PartProps) {
  const { words } = useSpeech();
  const { hours = WHOLE_DAY, ...rest } = block;
  const shown = block.name ?? block.id;
  const set = (changed: { readonly fromHour: number; readonly toHour: number }) =>
    onBlock(changed.fromHour === 0 && changed.toHour === 24 ? rest : { ...rest, hours: changed });
  return (
    <>
      <NumberField
        label={words('tariffs.form.from', { block: shown })}
        value={hours.fromHour}
        onValue={(fromHour) => set({ ...hours, fromHour })}
      />
      <NumberField
        label={words('tariffs.form.to', { block: shown })}
        value={hours.toHour}
        onValue={(toHour) => set({ ...hours, toHour })}
      />
    </>
  );
}

/** `1, 2, 12`; empty is every month. */
function Months({ block, onBlock }: PartProps) {
  const { words } = useSpeech();
  const id = useId();
  const { months, ...rest } = block;
  const [text, setText] = useState(months?.join(', ') ?? '');
  return (
    <>
      <label htmlFor={id} className="hidden">
        {block.name ?? block.id}: {words('tariffs.form.months')}
      </label>
      <input
        id={id}
        className="amount-field"
        type="text"
        inputMode="numeric"
        maxLength={40}
        value={text}
        title={words('tariffs.form.monthsNote')}
        placeholder={words('tariffs.form.monthsNote')}
        onChange={(event) => {
          setText(event.target.value);
          const parts = event.target.value.split(/[\s,;]+/).filter((part) => part !== '');
          onBlock(parts.length === 0 ? rest : { ...rest, months: parts.map(Number) });
        }}
      />
    </>
  );
}
