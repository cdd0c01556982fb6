import { tariffMeasure } from './priceResponse';

export const dynamicTariff = tariffMeasure({
  type: 'dynamicTariff',
  label: 'Hourly prices',
  tariffId: 'dynamic',
  prices: 'another price every hour, of an invented shape that no market gave (unknown_untraceable),',
});
