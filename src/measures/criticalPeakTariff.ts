import { tariffMeasure } from './priceResponse';

export const criticalPeakTariff = tariffMeasure({
  type: 'criticalPeakTariff',
  label: 'Critical-peak tariff',
  tariffId: 'criticalPeak',
  prices:
    'a price that is very dear on the evenings of twelve named winter days (December to February) and a little cheaper otherwise',
});
