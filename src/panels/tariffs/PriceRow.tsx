import { PRICE_SHARES, type Price } from '../../model/tariff';
import { useWords } from '../../state';
import { NumberField } from './NumberField';

/** A price by who receives it, as three cells of a table's row. */
export function PriceCells({
  part,
  price,
  onPrice,
}: {
  readonly part: string;
  readonly price: Price;
  readonly onPrice: (price: Price) => void;
}) {
  const words = useWords();
  return PRICE_SHARES.map((share) => (
    <td key={share}>
      <NumberField
        label={`${part}: ${words(`tariffs.form.shares.${share}`)}`}
        value={price[share]}
        onValue={(value) => onPrice({ ...price, [share]: value })}
      />
    </td>
  ));
}

/** The heads of those cells. */
export function PriceHeads() {
  const words = useWords();
  return PRICE_SHARES.map((share) => (
    <th key={share} scope="col">
      {words(`tariffs.form.shares.${share}`)}
    </th>
  ));
}
