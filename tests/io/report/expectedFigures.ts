import type { ComparedScenario, Comparison } from '../../../src/study/comparison';
import type { CostSum } from '../../../src/study/scenarioCosts';
import { putMoney } from './moneyFigures';
import { putRatings, putScorecard } from './scorecardFigures';

/** Every number that a report may show, by name, taken from the comparison itself. */
export function expectedFigures(comparison: Comparison): Map<string, number> {
  const baseline = comparison.scenarios.find(({ key }) => key === 'baseline')!;
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
  for (const scenario of comparison.scenarios) putScenario(put, scenario, baseline);
  putDistrict(put, baseline);
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

function putDistrict(put: Put, { year }: ComparedScenario): void {
  const { buildings, network, seed } = year.district;
  put('provenance/districtSeed', seed);
  put('district/buildings', buildings.length);
  put(
    'district/households',
    buildings.reduce((sum, { households }) => sum + households, 0),
  );
  put('district/transformers', network!.transformers.length);
  put('district/lines', network!.lines.length);
  putRatings(put, 'district', network!);
}

function putScenario(
  put: Put,
  { key, scenario, year, nodes, violations, explanations, costs, ...rest }: ComparedScenario,
  baseline: ComparedScenario,
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
  const lines = violations.filter(({ kind }) => kind === 'line');
  put(`answer/${key}/lines`, lines.length);
  put(`answer/${key}/worstLine`, lines[0]?.worst ?? 0);
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
  putMoney(put, key, rest.money!, baseline.money!);
  for (const { measureId, sum: own } of costs!.byMeasure) sum(`measure/${key}/${measureId}`, own);
  for (const [payer, own] of Object.entries(costs!.byPayer)) sum(`payer/${key}/${payer}`, own);
  sum(`costs/${key}/total`, costs!.total);
  sum(`payer/${key}/(all)`, costs!.total);
  putScorecard(put, key, year);
}
