import { beforeAll, describe, expect, it } from 'vitest';
import { writeReport } from '../../../src/io/report';
import { BUILDING_USES } from '../../../src/model/building';
import type { ComparedScenario, Comparison } from '../../../src/study/comparison';
import type { CostSum } from '../../../src/study/scenarioCosts';
import { formatQuantity } from '../../../src/units';
import { putMoney } from './moneyFigures';
import { putRatings, putScorecard } from './scorecardFigures';
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

/** Every number that a report may show, by name, taken from the comparison itself. */
function expected(): Map<string, number> {
  const found = new Map<string, number>();
  const put = (name: string, value: number) => found.set(name, value);
  for (const { id, cells } of comparison.kpis)
    for (const { scenarioKey: key, value, delta } of cells) {
      put(`kpi/${id}/${key}/before`, cells.find(({ scenarioKey }) => scenarioKey === 'baseline')!.value);
      put(`kpi/${id}/${key}/after`, value);
      for (const name of [`kpi/${id}/${key}`, `glance/${id}/${key}`, `gain/${id}/${key}`])
        put(`${name}/delta`, delta);
      put(`glance/${id}/${key}/value`, value);
    }
  for (const scenario of comparison.scenarios) putScenario(put, scenario);
  putDistrict(put);
  const { criteria, ranking } = comparison.decision!;
  ranking.ranked.forEach(({ id, score, contributions }) => {
    put(`ranking/${id}/score`, score);
    criteria.forEach((criterion, at) => put(`ranking/${id}/${criterion.id}`, contributions[at]!));
  });
  criteria.forEach(({ id, worst, best }, at) => {
    put(`criterion/${id}/weight`, ranking.weights[at]!);
    put(`criterion/${id}/worst`, worst);
    put(`criterion/${id}/best`, best);
  });
  put('provenance/stepMin', comparison.stepS / 60);
  put('provenance/stepCount', comparison.stepCount);
  put('provenance/evaluations', comparison.evaluations);
  return found;
}

type Put = (name: string, value: number) => void;

function putDistrict(put: Put): void {
  const { buildings, network, seed } = baseline().year.district;
  put('provenance/districtSeed', seed);
  put('district/buildings', buildings.length);
  put(
    'district/homes',
    buildings.reduce((sum, { households }) => sum + households, 0),
  );
  put('district/transformers', network!.transformers.length);
  put('district/lines', network!.lines.length);
  putRatings(put, 'district', network!);
}

function putScenario(
  put: Put,
  { key, scenario, year, nodes, violations, explanations, costs, ...rest }: ComparedScenario,
): void {
  put(`seed/${key}`, scenario.seed);
  for (const { key: name, value } of scenario.assumptions ?? []) put(`assumption/${key}/${name}`, value);
  for (const { id, peakIn, peakOut, inJ, outJ, hoursAboveLimit, aboveLimitJ } of nodes) {
    const values = {
      peakIn: peakIn.powerW,
      peakOut: peakOut.powerW,
      inJ,
      outJ,
      hoursAboveLimit,
      aboveLimitJ,
    };
    for (const [name, value] of Object.entries(values)) put(`node/${id}/${key}/${name}`, value);
  }
  const { rows, table } = year.result;
  rows.branchIds.forEach((id, row) =>
    put(`map/${key}/${row < rows.lineCount ? 'line' : 'transformer'}/${id}`, table.branchLoadingMax[row]!),
  );
  put(`violations/${key}`, violations.length);
  put(`violationsLeft/${key}`, violations.length - 15);
  const over = violations.filter(({ kind }) => kind === 'transformer');
  put(`answer/${key}/count`, over.length);
  put(`answer/${key}/worst`, over[0]?.worst ?? 0);
  put(`answer/${key}/hours`, over[0]?.hours ?? 0);
  for (const { elementId, kind, what, limit, worst, hours } of violations)
    for (const [name, value] of Object.entries({ limit, worst, hours }))
      put(`violation/${key}/${kind}/${elementId}/${what}/${name}`, value);
  for (const { violation, hours } of explanations)
    for (const { step, loadW, lossW, storageW, endUses, contributors, others } of hours) {
      const path = `hour/${key}/${violation.kind}/${violation.elementId}/${step}`;
      put(`${path}/load`, loadW);
      put(`${path}/loss`, lossW);
      put(`${path}/storage`, storageW);
      put(`${path}/others`, others.netW);
      put(`${path}/othersCount`, others.count);
      for (const { use, powerW } of endUses) put(`${path}/use/${use}`, powerW);
      for (const { buildingId, netW } of contributors) put(`${path}/building/${buildingId}`, netW);
    }
  const { attribution } = rest;
  put(`attribution/${key}/coalitions`, attribution?.coalitions ?? 0);
  for (const { id, delta, shares } of attribution?.kpis ?? []) {
    put(`attribution/${key}/${id}/delta`, delta);
    for (const { playerId, value } of shares) put(`attribution/${key}/${id}/${playerId}`, value);
  }
  const sum = (
    path: string,
    { lowEur, typicalEur, highEur, grantEur, annuityEurPerYear, runningEurPerYear }: CostSum,
  ) => {
    const named = { low: lowEur, typical: typicalEur, high: highEur, grant: grantEur };
    const values = { ...named, annuity: annuityEurPerYear, running: runningEurPerYear };
    for (const [name, value] of Object.entries(values)) put(`${path}/${name}`, value);
  };
  const { against, plants, rates } = rest.presentValues!;
  rates.forEach((rate, at) => {
    for (const [name, plant] of Object.entries(plants))
      if (plant.known) put(`presentValue/${name}/${key}/${rate}`, plant.eurPerKWh[at]!);
    if (against?.known !== true) return;
    const { netPresentValueEur, avoidedCarbon, presentCosts } = against.atRates[at]!;
    put(`presentValue/netPresentValue/${key}/${rate}`, netPresentValueEur);
    if (avoidedCarbon.known) put(`presentValue/costOfAvoidedCarbon/${key}/${rate}`, avoidedCarbon.perTonne);
    for (const [name, value] of Object.entries(presentCosts))
      put(`presentCost/${key}/${name}/${rate}`, value);
  });
  putMoney(put, key, rest.money!, baseline().money!);
  for (const { measureId, sum: own } of costs!.byMeasure) sum(`measure/${key}/${measureId}`, own);
  for (const [payer, own] of Object.entries(costs!.byPayer)) sum(`payer/${key}/${payer}`, own);
  sum(`costs/${key}/total`, costs!.total);
  sum(`payer/${key}/(all)`, costs!.total);
  putScorecard(put, key, year);
}

describe('the report of a comparison', () => {
  it('shows no number that is not the comparison’s, and each as the app would write it', () => {
    const known = expected();
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
    const all = [...expected().keys()];
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

  it('marks what is untraceable, and says not known instead of 0', () => {
    const marks = report.elements.filter(({ name }) => name === 'mark');
    expect(marks.length).toBeGreaterThan(3);
    expect(new Set(marks.map(({ text }) => text))).toEqual(new Set(['unknown_untraceable']));
    const { byMeasure, lines } = comparison.scenarios[0]!.costs!;
    const { sum } = byMeasure.find(({ measureId }) => measureId === 'vehiclesUnmanaged')!;
    expect(sum.notKnown).toEqual({ investment: 0, running: 0, annuity: 0, embodied: sum.lines });
    expect(report.text).toContain(`not known: embodied carbon of ${sum.lines} of ${sum.lines}`);
    const running = report.figures.get('measure/electrified/vehiclesUnmanaged/running')!;
    expect(running[0]!.value).toBe(sum.runningEurPerYear);
    for (const { sources } of lines) for (const source of sources) expect(report.text).toContain(source);
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
