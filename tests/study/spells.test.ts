import { describe, expect, it } from 'vitest';
import type { RunInput } from '../../src/model/run';
import type { WeatherSpell } from '../../src/model/scenario';
import { hashWeather } from '../../src/scenario';
import { compileRun } from '../../src/study/compiledRun';
import { withSpellsLaid } from '../../src/study/spells';
import { layColdSnap, layHeatWave } from '../../src/synthesis/weather';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, smallTown } from '../engine/smallTown';

const town = smallTown(3);
const plain = inputOf(town);
const withSpells = (...spells: WeatherSpell[]): RunInput => ({
  ...plain,
  scenario: { ...plain.scenario, spells },
});
const cold: WeatherSpell = { kind: 'coldSnap', startDay: 15, byK: 8 };
const hot: WeatherSpell = { kind: 'heatWave', startDay: 200, byK: 6 };

describe('spells of a scenario', () => {
  it('are laid as the weather room lays them, day 1 being 1 January', () => {
    const { weather } = withSpellsLaid(withSpells(cold));
    expect(hashWeather(weather)).toBe(hashWeather(layColdSnap(plain.weather, 14, 8)));
    // The middle of the week that begins on 15 January, and the day before it.
    expect(weather.tempDegC[17 * 24 + 12]! - plain.weather.tempDegC[17 * 24 + 12]!).toBeCloseTo(-8, 12);
    expect(weather.tempDegC[13 * 24 + 12]).toBe(plain.weather.tempDegC[13 * 24 + 12]);
  });

  it('are laid in their order', () => {
    const { weather } = withSpellsLaid(withSpells(cold, hot));
    expect(hashWeather(weather)).toBe(hashWeather(layHeatWave(layColdSnap(plain.weather, 14, 8), 199, 6)));
  });

  it('are laid once, however often it is asked', () => {
    const input = withSpells(cold);
    const laid = withSpellsLaid(input);
    expect(withSpellsLaid(input)).toBe(laid);
    expect(withSpellsLaid(laid)).toBe(laid);
  });

  it('that are none leave the input alone', () => {
    expect(withSpellsLaid(plain)).toBe(plain);
    const empty = withSpells();
    expect(withSpellsLaid(empty)).toBe(empty);
  });

  it('reach what is compiled', () => {
    const compiled = compileRun(withSpells(cold));
    if (!compiled.ok) throw new Error('not compiled');
    expect(compiled.value.input.weather.tempDegC[17 * 24]).toBe(
      layColdSnap(plain.weather, 14, 8).tempDegC[17 * 24],
    );
  });

  it('make the run that the laid weather makes, under the same name', async () => {
    const run = async (input: RunInput) => {
      const engine = inProcessEngine(1, { cache: false });
      const outcome = await engine.run(input);
      engine.dispose();
      if (!outcome.ok) throw new Error(outcome.issues[0]!.message);
      return [outcome.value.inputHash, outcome.value.resultHash];
    };
    const laid = await run({ ...plain, weather: layColdSnap(plain.weather, 14, 8) });
    expect(await run(withSpells(cold))).toEqual(laid);
    const [inputHash, resultHash] = await run(plain);
    expect(laid[0]).not.toBe(inputHash);
    expect(laid[1]).not.toBe(resultHash);
    expect(await run(withSpells())).toEqual([inputHash, resultHash]);
  });
});
