import { beforeAll, describe, expect, it } from 'vitest';
import { writeReport } from '../../../src/io/report';
import { BUILDING_USES } from '../../../src/model/building';
import type { ComparedScenario, Comparison } from '../../../src/study/comparison';
import { formatQuantity } from '../../../src/units';
import { expectedFigures } from './expectedFigures';
import { readReport, type ReadReport } from './readReport';
import { HOSTILE, townComparison } from './townComparison';
import { germanReport } from './inGerman';

/** The real engine's comparison, written and read back: a number from another scenario, column or element is refused. */
const createdBy = { program: 'gridtwin', version: '9.8.7', runtime: 'a test' };
let comparison: Comparison;
let html: string;
let report: ReadReport;

beforeAll(async () => {
  comparison = await townComparison(16);
  html = writeReport(comparison, { createdBy, question: `Who? ${HOSTILE}` });
  report = readReport(html);
}, 240_000);

const baseline = (): ComparedScenario => comparison.scenarios.find(({ key }) => key === 'baseline')!;

describe('the report of a comparison', () => {
  it('shows no number that is not the comparison’s, and each as the app would write it', () => {
    const known = expectedFigures(comparison);
    const own = /^(use\/|district\/(floorArea|ratedVa|lineLength)$)/;
    const wrong = [...report.figures].filter(
      ([name, found]) =>
        !own.test(name) &&
        !(known.has(name) && found.every(({ value }) => Object.is(value, known.get(name)))),
    );
    expect(wrong).toEqual([]);
    expect(report.figures.size).toBeGreaterThan(400);
    for (const [name, found] of report.figures)
      for (const { value, unit, text } of found)
        if (/^(kpi\/.*\/(before|after)|node|violation|hour)\b/.test(name))
          expect(text, name).toBe(formatQuantity(value, unit));
  });

  it('leaves none out: indicators of every scenario, their shares, payers, communities, and every contributor of a worst hour', () => {
    const all = [...expectedFigures(comparison).keys()];
    const wanted = all.filter((name) =>
      /^(kpi\/.*\/electrified\/|presentValue\/|presentCost\/|ranking|criterion|burden\/copper\/\d\/[a-zA-Z]+$|community\/copper\/.*(losers|saved|supplier)$|payer\/copper\/(owner|operator)\/(typical|low|high))/.test(
        name,
      ),
    );
    expect(wanted.length).toBeGreaterThan(60);
    for (const name of ['presentValue/netPresentValue/electrified/0.04', 'presentCost/copper/totalEur/0.07'])
      expect(wanted, name).toContain(name);
    expect(wanted.filter((name) => !report.figures.has(name))).toEqual([]);
    const { violation, hours } = comparison.scenarios[0]!.explanations[0]!;
    const path = `hour/electrified/${violation.kind}/${violation.elementId}/${hours[0]!.step}`;
    for (const { buildingId } of hours[0]!.contributors)
      expect(report.figures.has(`${path}/building/${buildingId}`)).toBe(true);
    const { players } = comparison.scenarios.find(({ key }) => key === 'copper')!.attribution!;
    for (const { id } of players)
      expect(report.figures.has(`attribution/copper/peakImport/${id}`)).toBe(true);
    for (const { words } of comparison.kpis.flatMap(({ cells }) =>
      cells.filter(({ scenarioKey }) => scenarioKey === 'copper'),
    ))
      expect(report.text.replaceAll('\u00a0', ' ')).toContain(words);
  });

  it('sums energy by use of buildings to the year of all of them', () => {
    for (const { key, year } of comparison.scenarios.filter((each) => each.key !== 'baseline'))
      for (const [name, column] of [
        ['importJ', year.result.table.buildingImportJ],
        ['fuelJ', year.result.table.buildingFuelJ],
      ] as const) {
        const parts = BUILDING_USES.flatMap(
          (use) => report.figures.get(`use/${key}/${use}/${name}`)?.[0] ?? [],
        );
        const whole = column.reduce((a, b) => a + b, 0);
        expect(parts.reduce((sum, { value }) => sum + value, 0) / whole).toBeCloseTo(1, 10);
      }
  });

  it('speaks in words: no code of a class or a climate but in the one legend, households, addresses beside ids, lines in the answer', () => {
    expect(report.text.split('unknown_untraceable')).toHaveLength(2);
    expect(report.text).not.toContain('centralEurope');
    expect(report.text).not.toMatch(/\bdwellings\b/);
    for (const { key, violations, explanations } of comparison.scenarios) {
      const lines = violations.filter(({ kind }) => kind === 'line');
      const told = report.figures.get(`answer/${key}/lines`)?.[0]?.value;
      expect(told, key).toBe(lines.length === 0 ? undefined : lines.length);
      const named = explanations[0]?.hours[0]?.contributors[0];
      const building = baseline().year.district.buildings.find(({ id }) => id === named?.buildingId);
      if (building?.name !== undefined && building.name !== building.id)
        expect(report.text).toContain(`${building.name} (${building.id})`);
    }
  });

  it('marks what is untraceable, and says not known instead of 0', () => {
    const marks = report.elements.filter(({ name }) => name === 'mark');
    expect(marks.length).toBeGreaterThan(3);
    expect(new Set(marks.map(({ text }) => text))).toEqual(new Set(['no source']));
    const { byMeasure, lines } = comparison.scenarios[0]!.costs!;
    const { sum } = byMeasure.find(({ measureId }) => measureId === 'vehiclesUnmanaged')!;
    expect(sum.notKnown).toEqual({ investment: 0, running: 0, annuity: 0, embodied: sum.lines });
    expect(report.text).toContain(`not known: embodied carbon of ${sum.lines} of ${sum.lines}`);
    const running = report.figures.get('measure/electrified/vehiclesUnmanaged/running')!;
    expect(running[0]!.value).toBe(sum.runningEurPerYear);
    for (const { sources } of lines)
      for (const source of sources)
        expect(report.text).toContain(source.replaceAll('unknown_untraceable', 'no source'));
  });

  it('says seed, versions and every hash', () => {
    for (const { year, scenario } of comparison.scenarios)
      for (const hash of [year.result.inputHash, year.result.resultHash, scenario.base.sha256])
        expect(report.text).toContain(hash);
    for (const text of ['9.8.7', baseline().year.result.engineVersion]) expect(report.text).toContain(text);
  });

  it('draws each curve from its own scenario: read back to a pixel', () => {
    const charts = report.elements.filter(({ attributes }) => attributes['class'] === 'chart');
    expect(charts).toHaveLength(4);
    let read = 0;
    for (const chart of charts) {
      const [low, high] = [Number(chart.attributes['data-low-w']), Number(chart.attributes['data-high-w'])];
      const [, top = 0, , bottom = 0] = chart.attributes['data-plot']!.split(' ').map(Number);
      const perUnit = (high - low) / (bottom - top);
      for (const child of chart.children) {
        const attributes = 'attributes' in child ? (child.attributes as Record<string, string>) : {};
        const [kind, id, key] = attributes['data-series']?.split('/') ?? [];
        if (kind === undefined) continue;
        const node = comparison.scenarios
          .find((each) => each.key === key)!
          .nodes.find((each) => each.id === id)!;
        const ys = [...attributes['d']!.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(
          ([, y]) => low + (bottom - Number(y)) * perUnit,
        );
        const day = Math.floor(
          Math.max(
            ...comparison.scenarios
              .map((each) => each.nodes.find((one) => one.id === id)!)
              .sort((a, b) => b.peakIn.powerW - a.peakIn.powerW)
              .slice(0, 1)
              .map(({ peakIn }) => peakIn.step),
          ) / 24,
        );
        const powers =
          kind === 'day'
            ? [...node.hourlyW.slice(day * 24, day * 24 + 24)]
            : ys.map((_, row) => node.durationW[Math.round((row * 8759) / (ys.length - 1))]!);
        expect(ys).toHaveLength(powers.length);
        ys.forEach((powerW, row) =>
          expect(Math.abs(powerW - powers[row]!), `${kind} ${key} ${row}`).toBeLessThan(0.06 * perUnit),
        );
        read += 1;
      }
    }
    expect(read).toBe(12);
  });

  it('keeps hostile text as text, and refers to nothing outside', () => {
    const names = new Set(report.elements.map(({ name }) => name));
    for (const name of ['script', 'img', 'link', 'iframe', 'object', 'image', 'use', 'foreignObject'])
      expect(names.has(name), name).toBe(false);
    expect(report.text.split(HOSTILE).length).toBeGreaterThan(5);
    expect(html).not.toMatch(/<script|<img|\son\w+\s*=\s*"|url\(|@import|https?:/i);
    const references = report.elements.flatMap(
      ({ attributes }) => attributes['href'] ?? attributes['src'] ?? [],
    );
    const ids = report.elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(references.length).toBeGreaterThan(8);
    expect(ids.map((id) => `#${id}`)).toEqual(expect.arrayContaining(references));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('heads tables and names pictures for those who cannot see them', () => {
    const of = (wanted: string) => report.elements.filter(({ name }) => name === wanted);
    expect(of('h1')).toHaveLength(1);
    for (const table of of('table'))
      expect(table.children.map((child) => (child as { name?: string }).name)).toEqual([
        'caption',
        'thead',
        'tbody',
      ]);
    for (const { attributes } of of('th')) expect(['row', 'col']).toContain(attributes['scope']);
    for (const { attributes } of of('svg'))
      expect(
        attributes['aria-hidden'] ?? attributes['aria-labelledby'] ?? attributes['aria-label'],
      ).toBeDefined();
    const levels = report.elements.flatMap(({ name }) => /^h([1-4])$/.exec(name)?.[1] ?? []).map(Number);
    levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  it('says so where the comparison is partial, unpriced, unranked or about nothing', () => {
    const { decision: _, ...unranked } = comparison;
    const [first] = comparison.scenarios;
    const { costs: __, attribution: ___, ...bare } = first!;
    const partial: Comparison = {
      ...unranked,
      status: 'partial',
      pending: ['copper'],
      scenarios: [bare, baseline()],
    };
    const read = readReport(writeReport(partial, { createdBy }));
    expect(read.text).toContain('Partial: the comparison is not complete. Not run yet: copper.');
    expect(read.text).toContain('What they cost was not asked for.');
    for (const name of read.figures.keys()) expect(name).not.toMatch(/^(ranking|attribution|payer)/);
    const alone = readReport(writeReport({ ...unranked, scenarios: [baseline()] }, { createdBy }));
    expect(alone.text).toContain('no transformer above its limit');
  });
});

describe('the report in German', () =>
  germanReport({ comparison: () => comparison, english: () => report, createdBy }));
