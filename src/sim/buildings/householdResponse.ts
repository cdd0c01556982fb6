import type { Building } from '../../model/building';
import type { PriceResponse } from '../../model/demandResponse';
import { dayOfYear } from '../../model/tariff/hours';
import { PLACEHOLDER_TARIFFS, USUAL_TARIFF } from '../../model/tariff/placeholders';
import { energyPriceAt, kindOfTariffDay, priceTableOf } from '../../model/tariff/priceTable';
import type { Calendar } from '../arrays/calendar';
import type { Household } from '../devices/household';
import { controlDay, type ControlledHours } from '../devices/loadControl';
import { dayFactors } from '../devices/priceResponse';

/** Households of a building that answer alike. */
export interface RespondingHouseholds {
  readonly households: readonly Household[];
  /** Price of each step, that of the usual tariff, and how they answer; null without. */
  readonly prices: {
    readonly perKWh: Float64Array;
    readonly usualPerKWh: number;
    readonly response: PriceResponse;
  } | null;
  /** Days with an event, 1, and what is done in it; null without. */
  readonly control: { readonly onDay: Uint8Array; readonly event: ControlledHours } | null;
  /** Of everything they use, what is left with feedback. */
  readonly keptShare: number;
}

const DAYS = 365;

/**
 * Who answers to prices, control and feedback in a building, alike ones together and those who do not first; null where nobody
 * does: that building is simulated as if there were no such thing.
 */
export function respondingOf(
  building: Pick<Building, 'tariff' | 'loadControl' | 'consumptionFeedback'>,
  households: readonly Household[],
  calendar: Calendar,
): readonly RespondingHouseholds[] | null {
  const { tariff, loadControl, consumptionFeedback } = building;
  if (tariff === undefined && loadControl === undefined && consumptionFeedback === undefined) return null;
  const groups = new Map<string, Household[]>();
  const memberships = [tariff, loadControl, consumptionFeedback].map((one) => new Set(one?.households));
  households.forEach((household, index) => {
    const key = memberships.map((members) => (members.has(index) ? '1' : '0')).join('');
    groups.set(key, [...(groups.get(key) ?? []), household]);
  });
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, members]) => ({
      households: members,
      prices: key[0] === '1' ? pricesOf(tariff!, calendar) : null,
      control: key[1] === '1' ? controlOf(loadControl!, calendar) : null,
      keptShare: key[2] === '1' ? 1 - consumptionFeedback!.savedShare : 1,
    }));
}

const tariffOf = (id: string) => PLACEHOLDER_TARIFFS.find((tariff) => tariff.id === id)!;

/** Prices by tariff and time axis: all buildings of a run share them. */
const known = new Map<string, Float64Array>();
const MOST_KEPT = 32;

function pricesPerKWh(id: string, { stepS, startWeekday, stepCount }: Calendar): Float64Array {
  const key = `${id} ${stepS} ${startWeekday}`;
  const present = known.get(key);
  if (present !== undefined) return present;
  const table = priceTableOf(tariffOf(id), { stepS, startWeekday });
  const perKWh = Float64Array.from({ length: stepCount }, (_, step) => energyPriceAt(table, step));
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, perKWh);
  return perKWh;
}

function pricesOf(
  { tariffId, response }: NonNullable<Building['tariff']>,
  calendar: Calendar,
): RespondingHouseholds['prices'] {
  const usualPerKWh = pricesPerKWh(USUAL_TARIFF, calendar)[0]!;
  return { perKWh: pricesPerKWh(tariffId, calendar), usualPerKWh, response };
}

function controlOf(
  { days, ...event }: NonNullable<Building['loadControl']>,
  { startWeekday, stepS }: Calendar,
): RespondingHouseholds['control'] {
  const critical = new Set(
    (tariffOf('criticalPeak').criticalPeak?.days ?? []).map(({ month, day }) => dayOfYear(month, day)),
  );
  const isOn = (day: number): boolean =>
    days === 'criticalDays' ? critical.has(day) : kindOfTariffDay({ startWeekday, stepS }, day) === 0;
  return { onDay: Uint8Array.from({ length: DAYS }, (_, day) => (isOn(day) ? 1 : 0)), event };
}

/**
 * What they do to whole days of their load, in place: first they answer to prices, then somebody switches off, and of what is
 * left feedback takes its share. Factors of a day are found from that very day's load, so that its energy is kept.
 */
export function respond(
  { prices, control, keptShare }: RespondingHouseholds,
  loadW: Float64Array,
  firstDay: number,
  stepsPerDay: number,
): void {
  const factors = new Float64Array(stepsPerDay);
  for (let at = 0; at < loadW.length; at += stepsPerDay) {
    const day = firstDay + at / stepsPerDay;
    if (prices !== null) {
      const ofDay = {
        load: loadW.subarray(at, at + stepsPerDay),
        pricePerKWh: prices.perKWh.subarray(day * stepsPerDay, (day + 1) * stepsPerDay),
        offset: 0,
        steps: stepsPerDay,
        referencePerKWh: prices.usualPerKWh,
      };
      dayFactors(ofDay, prices.response, factors);
      for (let step = 0; step < stepsPerDay; step += 1) loadW[at + step]! *= factors[step]!;
    }
    if (control !== null && control.onDay[day] === 1) controlDay(loadW, at, stepsPerDay, control.event);
    if (keptShare !== 1) for (let step = 0; step < stepsPerDay; step += 1) loadW[at + step]! *= keptShare;
  }
}
