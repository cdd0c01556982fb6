import {
  accountKey,
  accountLabel,
  byParty,
  CENTS_PER_UNIT,
  compareMoney,
  moneyMatrix,
  PARTIES,
} from '../../kpi/money';
import { POVERTY_DEFINITIONS, POVERTY_MEASURES } from '../../kpi/poverty';
import type { ComparedScenario } from '../../study/comparison';
import { SHARED_COURSE_CAVEAT, type MoneyYear } from '../../study/money';
import { formatDelta } from '../../units';
import type { ReportContext } from './context';
import { el, type Child, type Markup, own, core } from './markup';
import { figure, list, named, note, numeric, table } from './parts';

type InMoney = ComparedScenario & { readonly money: MoneyYear };

export const isInMoney = (scenario: ComparedScenario): scenario is InMoney => scenario.money !== undefined;

/** Bills and burden of households by income, who gains, and who pays whom: of the scenarios whose bills are known. */
export function billsSections(context: ReportContext): Child {
  const { all, baseline } = context;
  const known = all.filter(isInMoney);
  if (known.length === 0) return [];
  return [
    el('h3', {}, own('Bills and burden of households')),
    known.map((scenario) => burdens(context, scenario)),
    note(
      own(
        'Burden is the cost of a year’s energy over income after housing. The model heats to the set-points whatever it costs, so that nobody looks well-off by staying cold; what is really spent is not known, so that M/2 finds thrifty homes and those with panels here and no hidden poverty. Without what measures cost.',
      ),
    ),
    isInMoney(baseline) ? gains(context, baseline, known) : [],
    el('h3', {}, own('Who pays whom in a year')),
    known.map((scenario) => payments(context, scenario)),
    note(
      own(
        'Every amount leaves one party and reaches another, so that all of them together gain nothing. Others outside the district are power stations, fuel suppliers, installers and lenders. What stands already has been paid: the cost of the present grid is not among the amounts. Where panels stand on a rented house, what is fed in is counted to those behind the meter.',
      ),
    ),
  ];
}

function burdens({ nameOf, penOf, baseline }: ReportContext, { key, money }: InMoney): Markup {
  const rows = money.groups.map((group, third): Child[] => {
    const path = `burden/${key}/${third}`;
    const before = baseline.money?.groups[third];
    const delta = before === undefined ? Number.NaN : group.medianEnergyBill - before.medianEnergyBill;
    const { currency } = money;
    return [
      core(group.name),
      figure(`${path}/households`, group.households, 'count'),
      figure(`${path}/medianIncome`, group.medianIncome, currency),
      [
        figure(`${path}/medianEnergyBill`, group.medianEnergyBill, currency),
        key === baseline.key || Number.isNaN(delta)
          ? []
          : el(
              'span',
              { class: 'words' },
              figure(`${path}/medianEnergyBill/delta`, delta, currency, formatDelta(delta, 0, currency)),
            ),
      ],
      figure(`${path}/medianBurden`, 100 * group.medianBurden, '%'),
      ...POVERTY_MEASURES.map((measure) => figure(`${path}/${measure}`, group.poorPercent[measure], '%')),
    ];
  });
  return table(
    [
      named(nameOf(key), penOf(key)),
      own(': households by income per person, and how many each measure finds poor'),
    ],
    [
      own('Households'),
      numeric(own('Number')),
      numeric(own('Median income')),
      numeric(own('Median energy bill')),
      numeric(own('Median burden')),
      ...POVERTY_MEASURES.map((measure) => numeric(core(POVERTY_DEFINITIONS[measure].symbol))),
    ],
    rows,
  );
}

function gains(
  { nameOf, penOf, baseline }: ReportContext,
  before: InMoney,
  known: readonly InMoney[],
): Child {
  const others = known.filter(({ key }) => key !== baseline.key);
  const tables = others.map(({ key, money }): Child => {
    const compared = compareMoney(before.money.matrix, money.matrix);
    if (!compared.ok) return note(core(compared.issues[0]!.message));
    return [
      el('h4', {}, named(nameOf(key), penOf(key)), own(': who gains and who loses')),
      table(
        [own('A year against '), nameOf(baseline.key)],
        [own('Who'), numeric(own('Gains')), own('Because')],
        compared.value.gains.map(({ account, gainCents, sentence }) => [
          core(accountLabel(account)),
          figure(`gains/${key}/${accountKey(account)}`, gainCents / CENTS_PER_UNIT, money.currency),
          core(sentence),
        ]),
      ),
    ];
  });
  return others.length === 0 ? [] : [tables, note(core(SHARED_COURSE_CAVEAT))];
}

/** The matrix by parties: a row a payer, a column a payee, and each entry as a sentence. */
function payments({ nameOf, penOf }: ReportContext, { key, money }: InMoney): Child {
  const folded = moneyMatrix(byParty(money.matrix.flows), money.currency);
  if (!folded.ok) return note(core(folded.issues[0]!.message));
  const { accounts, cents, flows } = folded.value;
  const parties = PARTIES.filter((party) => accounts.some((account) => account.party === party));
  const rows = parties.map((from, row) => [
    core(accountLabel({ party: from })),
    ...parties.map((to, column) =>
      from === to
        ? ''
        : figure(
            `pays/${key}/${from}/${to}`,
            cents[row * parties.length + column]! / CENTS_PER_UNIT,
            money.currency,
          ),
    ),
  ]);
  return [
    table(
      [named(nameOf(key), penOf(key)), own(': from the row to the column')],
      [own('Pays'), ...parties.map((party) => numeric(core(accountLabel({ party }))))],
      rows,
    ),
    list(flows.map(({ sentence }) => core(sentence))),
  ];
}
