import { PRICE_SHARES, type Price, type Tariff } from '../../model/tariff';
import { wordsOf, type Language } from '../../words';
import { speechOf } from './speech';

const DECIMALS = 1e6;

/** All receivers together, without the last binary digits. */
export const priceTotal = (price: Price): number =>
  Math.round(PRICE_SHARES.reduce((sum, share) => sum + price[share], 0) * DECIMALS) / DECIMALS;

/** The four parts of a tariff as a table shows them. */
export function tariffCells(tariff: Tariff, language: Language): readonly string[] {
  const { typed } = speechOf(language);
  const words = wordsOf(language);
  const { connectionPerYear, contractedPerKWYear, peak, feedInPerKWh } = tariff;
  return [
    typed(priceTotal(connectionPerYear)),
    typed(priceTotal(contractedPerKWYear)),
    energyText(tariff, language),
    peak === undefined ? words('tariffs.none') : typed(priceTotal(peak.perKWMonth)),
    typed(feedInPerKWh),
  ];
}

function energyText({ energy, criticalPeak }: Tariff, language: Language): string {
  const { typed, words } = speechOf(language);
  if (energy.kind === 'dynamic')
    return words('tariffs.market', {
      low: typed(energy.leastPerKWh),
      high: typed(energy.mostPerKWh),
      added: typed(priceTotal(energy.addedPerKWh)),
    });
  const critical = criticalPeak === undefined ? [] : [priceTotal(criticalPeak.perKWh)];
  const prices = [...energy.blocks.flatMap(({ perKWh }) => perKWh.map(priceTotal)), ...critical];
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  return low === high ? typed(low) : words('tariffs.range', { low: typed(low), high: typed(high) });
}
