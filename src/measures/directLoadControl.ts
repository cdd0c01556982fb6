import { engineering, engineeringCost, ENGINEERING_VALUE } from './figures';
import { valuesOf, type MeasureParameter } from './definition';
import { eventFault } from '../model/demandResponse';
import { criticalDaysCaveat, householdMeasure } from './priceResponse';
import type { ValueOf } from './work';

function parameter(declared: Omit<MeasureParameter, 'source' | 'quality'>): MeasureParameter {
  return { ...declared, source: ENGINEERING_VALUE, quality: 'unknown_untraceable' };
}

const PARAMETERS: readonly MeasureParameter[] = [
  parameter({ name: 'fromHour', label: 'Event begins', unit: 'h', min: 0, max: 24, default: 17 }),
  parameter({
    name: 'toHour',
    label: 'Event ends',
    unit: 'h',
    min: 0,
    max: 24,
    default: 19,
  }),
  parameter({
    name: 'everyWeekday',
    label: 'Every weekday (1), or the twelve critical days of winter alone (0)',
    unit: '1',
    min: 0,
    max: 1,
    default: 1,
  }),
  parameter({
    name: 'cutShare',
    label: 'Switched off in an event',
    unit: '1',
    min: 0,
    max: 0.5,
    default: 0.2,
  }),
  parameter({
    name: 'overrideShare',
    label: 'Of events, those that a household opts out of',
    unit: '1',
    min: 0,
    max: 0.5,
    default: 0.15,
  }),
  parameter({
    name: 'reboundShare',
    label: 'Of that energy, used afterwards',
    unit: '1',
    min: 0,
    max: 1,
    default: 1,
  }),
  parameter({ name: 'reboundH', label: 'Within so many hours', unit: 'h', min: 1, max: 12, default: 3 }),
];

const eventOf = (valueOf: ValueOf) => ({
  hours: { fromHour: valueOf('fromHour'), toHour: valueOf('toHour') },
  reboundH: valueOf('reboundH'),
});
const isWeekdays = (valueOf: ValueOf): boolean => valueOf('everyWeekday') >= 0.5;

export const directLoadControl = householdMeasure({
  type: 'directLoadControl',
  label: 'Direct load control',
  purpose: 'loadControl',
  field: 'loadControl',
  taken: 'Somebody switches its appliances off already.',
  adoptionOf: 'of households let somebody switch appliances off',
  changes:
    'In the hours of an event part of what the appliances of these households use is switched off, and made up for in the hours after on the same day: energy moves, it does not vanish. An event lies within a day, and so do the hours after it. Heat pumps, tanks, cars and batteries keep controls of their own.',
  parameters: PARAMETERS,
  payer: 'operator',
  work: {
    disruption: 'none',
    costs: [engineeringCost('household', 100, 2)],
    lifetimeYears: engineering(15),
    runningShare: 'meteringRunningShare',
  },
  fault: (valueOf) => eventFault(eventOf(valueOf)),
  caveat: (district, parameters) =>
    isWeekdays(valuesOf(PARAMETERS, parameters)) ? null : criticalDaysCaveat(district),
  change: (building, households, valueOf) => ({
    ...building,
    loadControl: {
      households,
      ...eventOf(valueOf),
      days: isWeekdays(valueOf) ? 'weekdays' : 'criticalDays',
      // The mean over events of a household that opts out of some.
      cutShare: valueOf('cutShare') * (1 - valueOf('overrideShare')),
      reboundShare: valueOf('reboundShare'),
    },
  }),
});
