import { describe, expect, test } from 'vitest';
import { inBlocks, price, tariffOf } from '../../model/tariff/tariffs';
import { amountsOf, loadAt, meteredOf } from './metering';

/** What the year of a bill is cut into: energy by month and meter, and the highest step of each month. */
describe('tiers', () => {
  const two = inBlocks([{ id: 'a', perKWh: [price(1), price(10)] }], [5]);
  const energy = (hours: Readonly<Record<number, number>>, meterCount = 1): number =>
    amountsOf(two, loadAt(hours, { meterCount })).charges.energy.supplier;

  test('end at their limit: what is exactly used up costs the lower price', () => {
    expect(energy({ 0: 5000 })).toBe(5);
    expect(energy({ 0: 3000, 1: 2000 })).toBe(5);
    expect(energy({ 0: 5000, 1: 1 })).toBeCloseTo(5.01, 12);
    expect(amountsOf(two, loadAt({ 0: 8000 })).tierKWh).toEqual([5, 3]);
  });

  test('begin again with each month, at its first hour', () => {
    expect(energy({ 743: 5000, 744: 5000 })).toBe(10);
    expect(energy({ 742: 5000, 743: 5000 })).toBe(55);
  });

  test('count for each meter', () => {
    expect(energy({ 0: 10000 }, 2)).toBe(10);
    expect(energy({ 0: 10000 }, 1)).toBe(55);
  });

  test('of one price are no tiers', () => {
    const metered = meteredOf(5);
    const prices = [price(0.3, 0.1), price(0.3, 0.1), price(0.3, 0.1)];
    const tiers = amountsOf(inBlocks([{ id: 'a', perKWh: prices }], [100, 900]), metered);
    const none = amountsOf(inBlocks([{ id: 'a', perKWh: [prices[0]!] }]), metered);
    expect(tiers.charges.energy.supplier).toBeCloseTo(none.charges.energy.supplier, 8);
    expect(tiers.tierKWh.every((kWh) => kWh > 100)).toBe(true);
  });
});

describe('the monthly peak', () => {
  const tariff = tariffOf({ peak: { perKWMonth: price(0, 1), leastKW: 0 } });

  test('is the largest step of each month and of no other', () => {
    const metered = meteredOf(6);
    const { monthlyPeakW, charges } = amountsOf(tariff, metered);
    const january = Math.max(...metered.importW.subarray(0, 744));
    const december = Math.max(...metered.importW.subarray(8760 - 744));
    expect(monthlyPeakW[0]).toBe(january);
    expect(monthlyPeakW[11]).toBe(december);
    expect(charges.peak.grid).toBeCloseTo(monthlyPeakW.reduce((sum, peakW) => sum + peakW, 0) / 1000, 9);
  });

  test('never falls when a load is added, and rises by it at the peak', () => {
    const metered = meteredOf(7);
    const before = amountsOf(tariff, metered).monthlyPeakW;
    const importW = metered.importW.slice();
    const peakAt = importW.subarray(0, 744).indexOf(before[0]!);
    importW[peakAt]! += 250;
    expect(amountsOf(tariff, { ...metered, importW }).monthlyPeakW).toEqual([
      before[0]! + 250,
      ...before.slice(1),
    ]);
  });

  test('is read from the meter where energy is settled on less', () => {
    const metered = meteredOf(8);
    const halved = {
      ...metered,
      importW: metered.importW.map((power) => power / 2),
      peakImportW: metered.importW,
    };
    expect(amountsOf(tariff, halved).monthlyPeakW).toEqual(amountsOf(tariff, metered).monthlyPeakW);
  });
});
