import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  localText,
  type MeterChoices,
  readGreenButton,
  readMeterCsv,
  totalOf,
} from '../../../src/io/meterData';

interface Case {
  readonly title: string;
  readonly origin: string;
  readonly input: string;
  readonly choices: MeterChoices;
  readonly tolerance: { readonly kwh: number };
  readonly expected: {
    readonly kwh: number;
    readonly hours: number;
    readonly start: string;
    readonly meteredStepS: number;
    /** Code and place of every issue, in any order. */
    readonly issues: readonly string[];
    readonly detected: Readonly<Record<string, unknown>>;
  };
}

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((found) => found.isDirectory())
  .map(({ name }) => name);

test('there are cases', () => expect(folders.length).toBeGreaterThanOrEqual(4));

describe.each(folders)('%s', (folder) => {
  const text = (name: string) => readFileSync(join(import.meta.dirname, folder, name), 'utf8');
  const { origin, input, choices, tolerance, expected } = JSON.parse(text('case.json')) as Case;
  const read = input.endsWith('.xml') ? readGreenButton : readMeterCsv;
  const { value, issues } = read(text(input), input, choices);

  test('energy, hours and period', () => {
    expect(origin).not.toBe('');
    const series = value.series!;
    const { energyJ, coveredS } = totalOf(series, series.channels[0]!);
    expect(Math.abs(energyJ / 3.6e6 - expected.kwh)).toBeLessThanOrEqual(tolerance.kwh);
    expect(coveredS / 3600).toBe(expected.hours);
    expect([localText(series.clock, series.startS), series.meteredStepS]).toEqual([
      expected.start,
      expected.meteredStepS,
    ]);
  });

  test('what was detected, and what was found wrong', () => {
    const { channels, ...file } = value.detection;
    const all = { ...file, ...channels[0] } as Record<string, unknown>;
    for (const [name, wanted] of Object.entries(expected.detected)) {
      expect((all[name] as { value: unknown }).value, name).toBe(wanted);
    }
    expect(issues.map(({ code, where }) => `${code} ${where}`).sort()).toEqual([...expected.issues].sort());
  });
});
