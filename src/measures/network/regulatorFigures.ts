import type { VoltageRegulator } from '../../model/voltageRegulator';
import type { MeasureParameter } from '../definition';
import type { ValueOf } from '../work';

const placeholder = {
  source: 'engineering value: no data sheet is at hand',
  quality: 'unknown_untraceable',
} as const;

/** What a regulator is by default; ranges are those of the parameters. */
interface Defaults {
  readonly stepPercent: number;
  readonly positions: number;
  readonly setPointPercent: number;
  readonly bandPercent: number;
}

/** The figures of a regulator as parameters of a measure. */
export function regulatorParameters(defaults: Defaults): readonly MeasureParameter[] {
  return [
    {
      name: 'stepPercent',
      label: 'Voltage per position',
      unit: '%',
      min: 0.5,
      max: 4,
      default: defaults.stepPercent,
      ...placeholder,
    },
    {
      name: 'positions',
      label: 'Positions to either side of the middle',
      unit: '1',
      min: 1,
      max: 16,
      default: defaults.positions,
      ...placeholder,
    },
    {
      name: 'setPointPercent',
      label: 'Voltage it holds, of nominal',
      unit: '%',
      min: 92,
      max: 108,
      default: defaults.setPointPercent,
      ...placeholder,
    },
    {
      name: 'bandPercent',
      label: 'Whole band in which it rests, at least 1.2 positions',
      unit: '%',
      min: 0.6,
      max: 10,
      default: defaults.bandPercent,
      ...placeholder,
    },
  ];
}

/** The regulator of these values. */
export function regulatorOf(valueOf: ValueOf): VoltageRegulator {
  const positions = Math.round(valueOf('positions'));
  return {
    stepPercent: valueOf('stepPercent'),
    minTap: 0 - positions,
    maxTap: positions,
    setPointPu: valueOf('setPointPercent') / 100,
    bandPu: valueOf('bandPercent') / 100,
  };
}

export function isSameRegulator(one: VoltageRegulator | undefined, other: VoltageRegulator): boolean {
  return (
    one !== undefined &&
    one.stepPercent === other.stepPercent &&
    one.minTap === other.minTap &&
    one.maxTap === other.maxTap &&
    one.setPointPu === other.setPointPu &&
    one.bandPu === other.bandPu
  );
}
