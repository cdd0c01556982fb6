import { END_USES, isGeneration, NET_SIGNS } from '../model/run';
import type { Kpi, KpiInput } from './districtKpis';
import { loadFactor, selfUse, type SelfUse, type SelfUseInput } from './load';

const OWN = 'Gridtwin engine: building loads and three-phase power flow of every step';
const MEMORY = 'textbook of power distribution, from memory: unknown_untraceable';
const GRID = 'The district behind its primary substation, one year';

const stepWords = (stepS: number): string => (stepS === 3600 ? 'hourly means' : `${stepS / 60}-minute means`);

/** The power of all buildings together in each step, W; positive = import. */
function netOfBuildingsW({ table, stepCount }: KpiInput): Float64Array {
  const netW = new Float64Array(stepCount);
  END_USES.forEach((_, use) => {
    const row = table.districtEndUseW.subarray(use * stepCount, (use + 1) * stepCount);
    for (let step = 0; step < stepCount; step += 1) netW[step]! += NET_SIGNS[use]! * row[step]!;
  });
  return netW;
}

/**
 * Generation, load and what batteries of buildings and feeders take in, W a step. Cars are load while they are charged. What
 * cars and batteries give back is neither: its energy has been counted when it came.
 */
export function selfUseInput({ table, stepCount }: KpiInput): SelfUseInput {
  const generationW = new Float64Array(stepCount);
  const loadW = new Float64Array(stepCount);
  const chargeW = new Float64Array(stepCount);
  END_USES.forEach((endUse, use) => {
    const row = table.districtEndUseW.subarray(use * stepCount, (use + 1) * stepCount);
    const into = endUse === 'photovoltaics' ? generationW : endUse === 'batteryCharging' ? chargeW : loadW;
    if (isGeneration(endUse) && endUse !== 'photovoltaics') return;
    for (let step = 0; step < stepCount; step += 1) into[step]! += row[step]!;
  });
  table.storageChargeW.forEach((powerW, at) => (chargeW[at % stepCount]! += powerW));
  return { generationW, loadW, chargeW };
}

export function districtSelfUse(input: KpiInput): SelfUse {
  return selfUse(selfUseInput(input));
}

/** Peaks and shape of what crosses the border. Shares are in percent. */
export function loadKpis(input: KpiInput): Kpi[] {
  const { table, stepS } = input;
  const importW = table.sourcePW.map((powerW) => Math.max(powerW, 0));
  const exportMaxW = table.sourcePW.reduce((most, powerW) => Math.max(most, -powerW), 0);
  const togetherW = netOfBuildingsW(input).reduce((most, powerW) => Math.max(most, powerW), 0);
  const singlyW = table.buildingNetMaxW.reduce((total, powerW) => total + Math.max(powerW, 0), 0);
  const means = stepWords(stepS);
  const common = { boundary: GRID, source: OWN } as const;
  return [
    {
      ...common,
      id: 'peakExport',
      label: 'Peak export',
      value: exportMaxW,
      unit: 'W',
      definition: `Largest active power returned to the upstream grid; 0 where none is. Of ${means}.`,
      betterWhen: 'lower',
    },
    {
      ...common,
      id: 'loadFactor',
      label: 'Load factor',
      value: 100 * loadFactor(importW),
      unit: '%',
      definition: `mean(P)/max(P) of the import from the upstream grid, steps of export as 0. Of ${means}.`,
      source: `${OWN}; term: ${MEMORY}`,
      betterWhen: 'higher',
    },
    {
      ...common,
      id: 'coincidence',
      // Never without its step: it falls as the step gets shorter.
      label: `Coincidence of connections, ${means}`,
      value: singlyW > 0 ? (100 * togetherW) / singlyW : Number.NaN,
      unit: '%',
      definition: `max(sum P_i)/sum max(P_i) over the net imports P_i of all buildings, at most 100 %. Of ${means}: it falls with shorter steps.`,
      boundary: 'All buildings of the district at their connections, one year',
      source: `${OWN}; term: ${MEMORY}`,
      betterWhen: 'lower',
    },
  ];
}

const SHARE = { unit: '%', boundary: GRID, source: `${OWN}; term: ${MEMORY}`, betterWhen: 'higher' } as const;

/** What becomes of the generation of the district. Shares are in percent. */
export function generationKpis(input: KpiInput): Kpi[] {
  const { table } = input;
  const generatedW = (selfUseInput(input).generationW as Float64Array).reduce(
    (sum, powerW) => sum + powerW,
    0,
  );
  const curtailedW = table.districtCurtailedW.reduce((sum, powerW) => sum + powerW, 0);
  const importW = table.sourcePW.reduce((sum, powerW) => sum + Math.max(powerW, 0), 0);
  const lostW = table.lossW.reduce((sum, powerW) => sum + powerW, 0);
  return [
    ...selfUseKpis(input),
    {
      ...SHARE,
      id: 'curtailment',
      label: 'Curtailment',
      value: curtailedW > 0 ? (100 * curtailedW) / (curtailedW + generatedW) : 0,
      definition:
        '(available - delivered)/available energy of the panels: what limits of export and volt-watt hold back. The rating of the inverters is no limit of that kind. 0 where nothing is held back.',
      betterWhen: 'lower',
    },
    {
      ...SHARE,
      id: 'lossShare',
      label: 'Grid losses, share',
      value: importW + generatedW > 0 ? (100 * lostW) / (importW + generatedW) : Number.NaN,
      definition: 'Losses of lines and transformers over grid import and generation together.',
      source: OWN,
      betterWhen: 'lower',
    },
  ];
}

function selfUseKpis(input: KpiInput): Kpi[] {
  const { selfConsumption, selfSufficiency } = districtSelfUse(input);
  const means = stepWords(input.stepS);
  return [
    {
      ...SHARE,
      id: 'selfConsumption',
      label: 'Self-consumption',
      value: 100 * selfConsumption,
      definition: `sum min(g, l + charge)/sum g: the share of the panels' energy that the district uses or stores in the step it is made, whoever owns them. SC sum(g) = SS sum(l). Of ${means}; shorter steps give less.`,
    },
    {
      ...SHARE,
      id: 'selfSufficiency',
      label: 'Self-sufficiency',
      value: 100 * selfSufficiency,
      definition: `sum min(g, l + charge)/sum l: the same energy as a share of what the end uses take, without what batteries take in. Of ${means}.`,
    },
  ];
}
