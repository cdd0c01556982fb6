import { PAYER_WORDS, PAYERS } from '../../measures';
import { BUILDING_USES, type BuildingUse } from '../../model/building';
import type { ComparedScenario } from '../../study/comparison';
import { formatDelta } from '../../units';
import { billsSections, isInMoney } from './billsSection';
import { communitySections } from './communitySection';
import { cellOf, type ReportContext } from './context';
import { presentValuesSection } from './presentValuesSection';
import { el, type Child, type Markup, own, core, indicator } from './markup';
import { COST_COLUMNS, sumCells } from './measuresSection';
import { change, figure, named, note, numeric, section, table } from './parts';
import { useWords } from './words';

const GAINS = ['energyCost', 'measuresCost', 'carbon', 'gridImport', 'fuel', 'underheating', 'overheating'];

/** Who pays for the measures, and who gains, as far as a comparison knows. */
export function moneySection(context: ReportContext): Markup {
  const { all, others, nameOf, penOf } = context;
  const priced = all.filter(({ costs }) => costs !== undefined && costs.lines.length > 0);
  return section(
    'money',
    own('Who pays and who gains'),
    el('h3', {}, own('Who pays at first')),
    priced.length === 0
      ? note(own('No scenario has measures whose cost is known.'))
      : priced.map((scenario) => payers(context, scenario)),
    el('h3', {}, own('What it is worth, in a year')),
    others.length === 0 ? [] : gains(context),
    presentValuesSection(context),
    billsSections(context),
    communitySections(context),
    el('h3', {}, own('Whose energy changes')),
    others.map((scenario) => [
      el('h4', {}, named(nameOf(scenario.key), penOf(scenario.key))),
      energyByUse(context, scenario),
    ]),
    note(
      own(
        'Payers are those who pay at first, before rents and prices pass it on; grants are paid by the state. Energy cost is that of all buildings together at flat prices{1}',
        all.some(isInMoney)
          ? own(', while bills follow the tariffs.')
          : own(
              ': this comparison holds no bills of single households, no income groups and no payments between parties, so that it cannot say which household gains.',
            ),
      ),
    ),
  );
}

function payers({ nameOf, penOf }: ReportContext, { key, costs }: ComparedScenario): Markup {
  const { byPayer, inherited, own: itsOwn, total } = costs!;
  const rows = PAYERS.filter((payer) => byPayer[payer].lines > 0).map((payer) => [
    core(PAYER_WORDS[payer].label),
    ...sumCells(`payer/${key}/${payer}`, byPayer[payer]),
  ]);
  const origin =
    inherited.lines === 0
      ? []
      : [
          [own('of it inherited'), ...sumCells(`payer/${key}/(inherited)`, inherited)],
          [own('of it its own'), ...sumCells(`payer/${key}/(own)`, itsOwn)],
        ];
  return table(
    named(nameOf(key), penOf(key)),
    [own('Who'), ...COST_COLUMNS],
    [...rows, [own('All'), ...sumCells(`payer/${key}/(all)`, total)], ...origin],
  );
}

function gains({ comparison, others, nameOf, penOf }: ReportContext): Markup {
  const rows = GAINS.flatMap((id) => comparison.kpis.find((row) => row.id === id) ?? []);
  return table(
    own('Change against the baseline'),
    [own('Indicator'), ...others.map(({ key }) => numeric(named(nameOf(key), penOf(key))))],
    rows.map((row) => [
      indicator(row, 'label'),
      ...others.map(({ key }) => change(`gain/${row.id}/${key}`, cellOf(row, key), row.unit)),
    ]),
  );
}

/** Electricity from the grid and fuel of a year, summed over the buildings of a use. */
export function energyOfUse({ year }: ComparedScenario, use: BuildingUse) {
  const { table: found, rows } = year.result;
  const members = new Set(
    year.district.buildings.filter((building) => building.use === use).map(({ id }) => id),
  );
  const sum = { count: members.size, importJ: 0, exportJ: 0, fuelJ: 0 };
  rows.buildingIds.forEach((id, row) => {
    if (!members.has(id)) return;
    sum.importJ += found.buildingImportJ[row]!;
    sum.exportJ += found.buildingExportJ[row]!;
    sum.fuelJ += found.buildingFuelJ[row]!;
  });
  return sum;
}

const ENERGIES = ['importJ', 'exportJ', 'fuelJ'] as const;

function energyByUse({ baseline }: ReportContext, scenario: ComparedScenario): Child {
  const rows = BUILDING_USES.flatMap((use) => {
    const [before, after] = [energyOfUse(baseline, use), energyOfUse(scenario, use)];
    if (after.count === 0) return [];
    const path = `use/${scenario.key}/${use}`;
    const cells = ENERGIES.map((name): Child => {
      const delta = after[name] - before[name];
      const signed = figure(`${path}/${name}/delta`, delta, 'J', formatDelta(delta, 0, 'J'));
      return [figure(`${path}/${name}`, after[name], 'J'), el('span', { class: 'words' }, signed)];
    });
    return [[useWords(use), figure(`${path}/count`, after.count, 'count'), ...cells]];
  });
  return table(
    own('A year by the use of buildings, with its change'),
    [
      own('Buildings'),
      numeric(own('Number')),
      numeric(own('Electricity from the grid')),
      numeric(own('Electricity to the grid')),
      numeric(own('Fuel and district heat')),
    ],
    rows,
  );
}
