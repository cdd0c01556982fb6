import type { MeasureParameter } from '../../measures';
import type { Speech } from '../../state/view';
import { readTyped, type Typed } from '../parts/typedNumber';

/** A typed number of a measure, in its unit and inside its range; a number outside is refused in words, never moved. */
export async function parameterValue(
  text: string,
  { unit, min, max }: Pick<MeasureParameter, 'unit' | 'min' | 'max'>,
  speech: Speech,
): Promise<Typed> {
  const read = await readTyped(text, { unit }, speech);
  if (!read.ok || (read.value >= min && read.value <= max)) return read;
  const range = { min: speech.number(min), max: speech.number(max) };
  return { ok: false, refusal: speech.words('assumptions.outOfRange', range) };
}
