import {
  LEDGER_AMOUNTS,
  presentValueRows,
  rateText,
  type ComparedScenario,
  type LedgerAmount,
  type PresentValues,
} from '../../study/comparison';
import type { ReportContext } from './context';
import { el, type Child, type Markup, own, amount, core } from './markup';
import { figure, named, note, numeric, table } from './parts';

/** What scenarios are worth today at several discount rates side by side, and the cash flows behind it. */
export function presentValuesSection(context: ReportContext): Child {
  const worth = context.baseline.presentValues;
  if (worth === undefined) return [];
  const { horizonYears } = worth;
  return [
    el('h3', {}, own('What it is worth over {1} years, at several discount rates', horizonYears)),
    figures(context, worth),
    context.others.map((scenario) => ledger(context, scenario)),
    note(
      own(
        'Net present value: energy cost saved against the baseline less what the measures cost more, each year counted at the rate. Measures are bought again when their life is over; what is left of it at the end is taken off. Before grants, which move money and make nothing cheaper. Prices and energy of the year stay as they are, and embodied carbon is left out. Nobody’s rate is right: they stand side by side.',
      ),
    ),
  ];
}

function figures({ comparison, nameOf, penOf }: ReportContext, { rates }: PresentValues): Markup {
  const rows = presentValueRows(comparison).map(({ label, unit, scenarioKey, values, words, figure: id }) => [
    [core(label), el('span', { class: 'words' }, named(nameOf(scenarioKey), penOf(scenarioKey)))],
    ...values.map((value, at) =>
      Number.isNaN(value) ? '–' : figure(`presentValue/${id}/${scenarioKey}/${rates[at]!}`, value, unit),
    ),
    core(words),
  ]);
  const heads = rates.map((rate) => numeric(amount(rateText(rate).replace(' ', '\u00a0'))));
  return table(own('Side by side'), [own('Figure'), ...heads, own('In words')], rows);
}

const AMOUNT_WORDS: Readonly<Record<LedgerAmount, Markup>> = {
  purchasesEur: own('Purchases'),
  upkeepEur: own('Upkeep'),
  residualEur: own('Left at the end'),
  energyEur: own('Energy'),
  totalEur: own('All'),
};

/** The ledger at each rate: a row a kind of cash flow; that of all is the net present value with the other sign. */
function ledger({ nameOf, penOf }: ReportContext, { key, presentValues }: ComparedScenario): Child {
  if (presentValues?.against?.known !== true) return [];
  const { rates, against } = presentValues;
  const rows = LEDGER_AMOUNTS.map((amount) => [
    AMOUNT_WORDS[amount],
    ...against.atRates.map(({ rate, presentCosts }) =>
      figure(`presentCost/${key}/${amount}/${rate}`, presentCosts[amount], 'EUR'),
    ),
  ]);
  return table(
    [named(nameOf(key), penOf(key)), own(': present value of what it costs more than the baseline')],
    [own('Cash flows'), ...rates.map((rate) => numeric(amount(rateText(rate).replace(' ', '\u00a0'))))],
    rows,
  );
}
