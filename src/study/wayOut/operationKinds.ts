import { MEASURES } from '../../measures';
import type { Measure, MeasureType } from '../../model/scenario';
import type { SelectorRule } from '../../model/selector';
import { measureFor } from './buildingKinds';
import type { Draft } from './candidates';
import type { Site } from './site';
import { MV_SITE, type Family } from './types';
import { nameplateLimit } from './violations';

/** Of households that are asked, those that take part: what `timeOfUseTariff` says of its adoption. */
const JOINING_SHARE = 0.2;
/** Hot water in off-peak hours, and with surplus of the panels as well. */
const TANK_CONTROLS = [2, 3] as const;
const REDUCTIONS_PERCENT = [2.5, 5] as const;
const EXPORT_SHARES = [0.7, 0.5] as const;

const TARIFFS: readonly MeasureType[] = ['timeOfUseTariff', 'criticalPeakTariff', 'dynamicTariff'];

/** What is run otherwise rather than built: contracts, control, switching and set-points. */
export function operationKinds(site: Site): readonly Draft[] {
  const isFull = site.violations.some(({ what }) => what === 'loading');
  const isLow = site.violations.some(({ what }) => what === 'underVoltage');
  const isHigh = site.violations.some(({ what }) => what === 'overVoltage');
  const switching = isFull || isLow ? [openPoint(site)] : [];
  if (site.id === MV_SITE) return [...switching, ...(isHigh && !isLow ? reductions(site) : [])];
  return [
    ...(isFull || isLow ? demandKinds(site) : []),
    ...(isHigh ? inverterKinds(site) : []),
    ...(isHigh || isBackfed(site) ? exportLimits(site) : []),
    ...(isHigh && !isLow ? reductions(site) : []),
    ...switching,
    ...(site.violations.some(({ kind }) => kind === 'transformer') ? [dynamicRating(site)] : []),
  ];
}

interface One {
  readonly type: MeasureType;
  readonly family: Family;
  readonly kind?: string;
  readonly level?: number;
  readonly words?: string;
  readonly rule?: SelectorRule;
  readonly parameters?: Measure['parameters'];
  readonly adoption?: number;
}

function draft({ id }: Site, one: One): Draft {
  const behind: SelectorRule = { kind: 'downstream', from: 'transformer', id };
  const { type, family, rule = behind, parameters = {}, adoption = 1 } = one;
  return {
    family,
    kind: one.kind ?? type,
    level: one.level ?? 0,
    words: one.words ?? MEASURES[type].label,
    measures: [measureFor(id, type, rule, parameters, adoption)],
  };
}

/** One tariff a household; who is asked for control is asked beside it. */
function demandKinds(site: Site): readonly Draft[] {
  const taken = `taken by ${100 * JOINING_SHARE} % of the households`;
  const tariffs = TARIFFS.map((type, level) =>
    draft(site, {
      ...{ type, family: 'demand', kind: 'tariff', level, adoption: JOINING_SHARE },
      words: `${MEASURES[type].label}, ${taken}`,
    }),
  );
  const loadControl = draft(site, {
    ...{ type: 'directLoadControl', family: 'digital', adoption: JOINING_SHARE },
    words: `${MEASURES.directLoadControl.label}, ${taken}`,
  });
  const tanks = TANK_CONTROLS.map((control, level) =>
    draft(site, {
      ...{ type: 'hotWaterTanks', family: 'digital', level, parameters: { control } },
      words: `Hot-water tanks recharged ${control === 2 ? 'in off-peak hours' : 'in off-peak hours and with surplus of the panels'}`,
    }),
  );
  return [...tariffs, loadControl, ...tanks];
}

function inverterKinds(site: Site): readonly Draft[] {
  return (['voltVar', 'voltWatt'] as const).map((type) => draft(site, { type, family: 'digital' }));
}

function exportLimits(site: Site): readonly Draft[] {
  return EXPORT_SHARES.map((exportShare, level) =>
    draft(site, {
      ...{ type: 'exportLimit', family: 'digital', level, parameters: { exportShare } },
      words: `Export limit of ${100 * exportShare} % of the panels’ power`,
    }),
  );
}

/** At the primary substations: it lowers the voltage of all stations, at whichever it is chosen. */
function reductions(site: Site): readonly Draft[] {
  const ids = site.year.district.network?.sources.map(({ id }) => id) ?? [];
  return REDUCTIONS_PERCENT.map((reductionPercent, level) =>
    draft(site, {
      ...{ type: 'conservationVoltageReduction', family: 'digital', level },
      ...{ rule: { kind: 'ids', ids }, parameters: { reductionPercent } },
      words: `Set-point of the primary substation ${reductionPercent} % lower`,
    }),
  );
}

/** Of the rings through a station; for the MV network of all of them, in a year of its own. */
function openPoint(site: Site): Draft {
  const isMv = site.id === MV_SITE;
  const own = (site.year.district.network?.transformers ?? []).filter(
    ({ addedFor }) => addedFor === undefined,
  );
  const ids = isMv ? own.map(({ id }) => id) : [site.id];
  return draft(site, {
    ...{ type: 'openPointShift', family: 'digital', level: isMv ? 1 : 0, rule: { kind: 'ids', ids } },
    words: isMv ? 'Other open points of all rings' : 'Another open point of its ring',
  });
}

function dynamicRating(site: Site): Draft {
  return draft(site, {
    ...{ type: 'transformerDynamicRating', family: 'digital' },
    rule: { kind: 'ids', ids: [site.id] },
    words: 'A rating of the transformer by weather and load',
  });
}

/** Whether the station's transformer is beyond its limit in an hour in which power flows back. */
function isBackfed({ id, year, violations }: Site): boolean {
  const full = violations.find(({ kind, elementId }) => kind === 'transformer' && elementId === id);
  const { table, rows, stepCount } = year.result;
  const row = rows.transformerIds.indexOf(id);
  if (full === undefined || row < 0) return false;
  const limit = nameplateLimit(full);
  for (let at = row * stepCount; at < (row + 1) * stepCount; at += 1)
    if (table.transformerLoading[at]! > limit && table.transformerPW[at]! < 0) return true;
  return false;
}
