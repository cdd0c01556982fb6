import { tariffMeasure } from './priceResponse';

export const timeOfUseTariff = tariffMeasure({
  type: 'timeOfUseTariff',
  label: 'Time-of-use tariff',
  tariffId: 'timeOfUse',
  prices: 'three prices, dear on weekday evenings and cheap by night,',
});
