import type { Kpi } from '../kpi';
import type { ReferencePoints } from '../study/comparison';
import { parseQuantity } from '../units';
import { usageFailure } from './exit';

/** Parts of `a=1,b=2`: a name and what is said of it. */
function namedParts(option: string, text: string, example: string): readonly (readonly [string, string])[] {
  return text.split(',').map((part) => {
    const [name, value, ...more] = part.split('=');
    if (name !== undefined && name !== '' && value !== undefined && value !== '' && more.length === 0)
      return [name.trim(), value.trim()];
    throw usageFailure(`--${option} ${text} cannot be read.`, `Give --${option} ${example}.`);
  });
}

function numberOf(option: string, text: string, example: string): number {
  const number = Number(text);
  if (text.trim() !== '' && Number.isFinite(number)) return number;
  throw usageFailure(`--${option} takes numbers, not ${text}.`, `Give --${option} ${example}.`);
}

/** Reads `carbon=2,energyCost=1`. */
export function weightsOf(text: string): Readonly<Record<string, number>> {
  const example = 'KPI=WEIGHT,..., for example --weights carbon=2,energyCost=1';
  return Object.fromEntries(
    namedParts('weights', text, example).map(([id, value]) => {
      const weight = numberOf('weights', value, example);
      if (weight >= 0) return [id, weight];
      throw usageFailure(`A weight cannot be ${value}.`, 'Give zero or more.');
    }),
  );
}

export type UnitOf = (kpiId: string) => string;

/** Units of the indicators that wishes can be said in: `2 MW`, `30 MWh`; a bare number is in the unit of the indicator. */
export const unitsOf =
  (kpis: readonly Pick<Kpi, 'id' | 'unit'>[]): UnitOf =>
  (kpiId) =>
    kpis.find(({ id }) => id === kpiId)?.unit ?? '1';

async function quantityOf(option: string, text: string, unit: string): Promise<number> {
  const bare = Number(text);
  if (text.trim() !== '' && Number.isFinite(bare)) return bare;
  const parsed = await parseQuantity(text, unit);
  if (parsed.ok) return parsed.value;
  const { message, remedy } = parsed.issues[0]!;
  throw usageFailure(`--${option} ${text}: ${message}`, remedy);
}

/** Reads `hoursOverload=100,peakImport=2 MW`. */
export async function vetoesOf(text: string, unitOf: UnitOf): Promise<Readonly<Record<string, number>>> {
  const vetoes: Record<string, number> = {};
  for (const [id, value] of namedParts('veto', text, 'KPI=VALUE,...'))
    vetoes[id] = await quantityOf('veto', value, unitOf(id));
  return vetoes;
}

/** Reads `generation=0:5 GWh`: worst, then best. */
export async function referencesOf(
  text: string,
  unitOf: UnitOf,
): Promise<Readonly<Record<string, ReferencePoints>>> {
  const references: Record<string, ReferencePoints> = {};
  for (const [id, value] of namedParts('references', text, 'KPI=WORST:BEST,...')) {
    const [worst, best, ...more] = value.split(':');
    if (worst === undefined || best === undefined || more.length > 0)
      throw usageFailure(`--references ${text} cannot be read.`, 'Give --references KPI=WORST:BEST,....');
    references[id] = {
      worst: await quantityOf('references', worst, unitOf(id)),
      best: await quantityOf('references', best, unitOf(id)),
    };
  }
  return references;
}
