import type { BillLayout, Layout } from './csvLayout';
import type { MeterRow } from './csvRows';
import { type ChannelDetection, type MeterChoices, type MeterDetection, confirmed } from './detection';
import { detectDecimalMark, parseNumber } from './numbers';
import { detectDirection, detectQuantity, detectUnit } from './quantity';

/** The decimal mark from all values, and what each value column holds. */
export function detectChannels(
  layout: Layout | BillLayout,
  rows: readonly MeterRow[],
  choices: MeterChoices,
): Pick<MeterDetection, 'decimalMark' | 'channels'> {
  const texts = rows.flatMap((row) => row.numeric);
  const decimalMark =
    choices.decimalMark === undefined
      ? detectDecimalMark(texts, layout.separator)
      : confirmed(choices.decimalMark);
  const mark = decimalMark.value ?? '.';
  const unitCells = rows.map((row) => row.unit).filter((unit) => unit !== null);
  const channels = layout.valueColumns.map((column, index): ChannelDetection => {
    const heading = layout.body.headings[column] ?? '';
    const values = rows.map((row) => parseNumber(row.texts[index]!, mark));
    const unit = detectUnit(heading, unitCells, values, choices);
    return {
      column: heading,
      unit,
      quantity: detectQuantity(heading, unit.value, values, choices),
      direction: detectDirection(heading, values, choices),
    };
  });
  return { decimalMark, channels };
}
