import type { CompiledBuilding } from './compile';
import type { StepWindow } from '../devices/deposit';

/** Takes off the gains what hoods and drains carry away of the appliances' power before it warms a room. README eq. 20. */
export function takeExhausted(
  { exhaustedW, table }: Pick<CompiledBuilding, 'exhaustedW' | 'table'>,
  tableAt: Uint16Array,
  { values, offset, fromStep, toStep }: StepWindow,
): void {
  if (!(exhaustedW > 0)) return;
  for (let step = fromStep; step < toStep; step += 1) {
    const at = offset + step - fromStep;
    values[at] = values[at]! - exhaustedW * table.appliances[tableAt[step]!]!;
  }
}
