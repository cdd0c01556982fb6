import type { RunInput } from '../model/run';
import type { WeatherSpell } from '../model/scenario';
import type { WeatherYear } from '../model/weather';
import { layColdSnap, layHeatWave } from '../synthesis/weather';

const known = new WeakMap<RunInput, RunInput>();

/**
 * The run with the scenario's spells laid into its weather, in their order, and taken off the scenario: what is run and
 * hashed. Asked again it is the same object; without spells it is the input itself.
 */
export function withSpellsLaid(input: RunInput): RunInput {
  const { spells, ...scenario } = input.scenario;
  if (spells === undefined || spells.length === 0) return input;
  const present = known.get(input);
  if (present !== undefined) return present;
  const laid = { ...input, scenario, weather: spells.reduce(withSpell, input.weather) };
  known.set(input, laid);
  return laid;
}

function withSpell(weather: WeatherYear, { kind, startDay, byK }: WeatherSpell): WeatherYear {
  const lay = kind === 'coldSnap' ? layColdSnap : layHeatWave;
  return lay(weather, startDay - 1, byK);
}
