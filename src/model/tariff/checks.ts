import type { DailyHours } from '../building';
import type { TariffFindings } from './findings';
import { PRICE_SHARES, type Price } from './types';

export function checkPrice(findings: TariffFindings, where: string, field: string, price: Price): void {
  for (const share of PRICE_SHARES) findings.range(where, `${field}.${share}`, price[share], 0);
}

export function checkHours(findings: TariffFindings, where: string, hours: DailyHours | undefined): void {
  if (hours === undefined) return;
  for (const field of ['fromHour', 'toHour'] as const) {
    const value = hours[field];
    findings.range(where, `hours.${field}`, value, 0, 24);
    if (Number.isFinite(value) && !Number.isInteger(4 * value)) {
      findings.add(
        'tariff-hours',
        where,
        `hours.${field}`,
        value,
        'Prices change at whole quarter-hours only.',
        'Round to 0.25 h.',
      );
    }
  }
  if (hours.fromHour === hours.toHour) {
    findings.add(
      'tariff-hours',
      where,
      'hours',
      hours.fromHour,
      'The hours end where they begin.',
      'Leave `hours` out for the whole day, or write 0 to 24.',
    );
  }
}
