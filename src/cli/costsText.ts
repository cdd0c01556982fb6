import { legalStatusOf, legalWords, MEASURES, PAYER_WORDS, PAYERS, QUANTITY_ITEMS } from '../measures';
import type { Scenario } from '../model/scenario';
import type { CostLine, CostSum, ScenarioCosts } from '../study/scenarioCosts';
import { writeCsv } from '../io/csv';

const eur = (value: number): string => Math.round(value).toLocaleString('en-GB');

function unknowns({ lines, notKnown }: CostSum): string {
  const parts = (['investment', 'running', 'annuity'] as const)
    .filter((name) => notKnown[name] > 0)
    .map((name) => `${name} of ${notKnown[name]} of ${lines}`);
  return parts.length === 0 ? '-' : parts.join(', ');
}

const HEADER = [
  'What',
  'Pays',
  'Lines',
  'Investment EUR (low to high)',
  'Grant EUR',
  'Annuity EUR/a',
  'Upkeep EUR/a',
  'Not known',
  'Quality',
  'Legal',
];

function row(what: string, pays: string, sum: CostSum, legal: string): readonly string[] {
  const { lines, notKnown } = sum;
  // Nothing is known of any line: a sum of 0 would be a lie.
  const told = (name: keyof CostSum['notKnown'], text: string): string =>
    lines > 0 && notKnown[name] === lines ? 'not known' : text;
  const range = `${eur(sum.typicalEur)} (${eur(sum.lowEur)} to ${eur(sum.highEur)})`;
  const money = [
    told('investment', range),
    told('investment', eur(sum.grantEur)),
    told('annuity', eur(sum.annuityEurPerYear)),
    told('running', eur(sum.runningEurPerYear)),
  ];
  const quality = lines === 0 ? '-' : sum.quality.replaceAll('_', ' ');
  return [what, pays, String(lines), ...money, unknowns(sum), quality, legal];
}

/** What a scenario costs, measure by measure, by payer, inherited and own. */
export function costsText(costs: ScenarioCosts, { year, legal }: Pick<Scenario, 'year' | 'legal'>): string {
  const { byMeasure, byPayer, inherited, own, total, interestRate } = costs;
  const table = [
    HEADER,
    ...byMeasure.map(({ measureId, type, payer, sum }) =>
      row(
        `${measureId}: ${MEASURES[type].label}`,
        PAYER_WORDS[payer].label,
        sum,
        legalWords(legalStatusOf(MEASURES[type], legal)),
      ),
    ),
    row('All', '-', total, ''),
    ...PAYERS.filter((payer) => byPayer[payer].lines > 0).map((payer) =>
      row(`of it: ${PAYER_WORDS[payer].label}`, '', byPayer[payer], ''),
    ),
    ...(inherited.lines > 0
      ? [row('of it: inherited', '', inherited, ''), row('of it: own', '', own, '')]
      : []),
  ];
  const widths = HEADER.map((_, column) => Math.max(...table.map((cells) => cells[column]!.length)));
  const text = table.map((cells) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd(),
  );
  const percent = Math.round(interestRate * 10_000) / 100;
  return [
    `Cost of the measures in ${year}. Annuities at ${percent} %, after grants. What is not known is not in the sums.`,
    ...text,
  ].join('\n');
}

const COLUMNS = [
  'measure',
  'type',
  'element',
  'inherited',
  'payer',
  'lowEur',
  'typicalEur',
  'highEur',
  'grantEur',
  'annuityEurPerYear',
  'runningEurPerYear',
  'lifetimeYears',
  'embodiedKgCO2e',
  'quantities',
  'quality',
  'notKnown',
  'sources',
];

function cellsOf(line: CostLine): readonly (string | number)[] {
  const { investment, grant, annuity, runningPerYear, lifetimeYears, embodied } = line;
  const reasons = [investment, runningPerYear, annuity].flatMap((one) => (one.known ? [] : [one.reason]));
  const built = line.quantities.map(({ item, amount, ratedVa }) => {
    const size = ratedVa === undefined ? '' : ` ${ratedVa / 1000} kVA`;
    return `${amount} ${QUANTITY_ITEMS[item].unit} ${QUANTITY_ITEMS[item].label}${size}`;
  });
  return [
    line.measureId,
    line.type,
    line.elementId,
    line.inherited ? 'yes' : 'no',
    line.payer,
    investment.known ? investment.low : '',
    investment.known ? investment.typical : '',
    investment.known ? investment.high : '',
    grant.known ? grant.eur : '',
    annuity.known ? annuity.eur : '',
    runningPerYear.known ? runningPerYear.eur : '',
    lifetimeYears?.value ?? '',
    embodied.known ? embodied.kgCO2e : '',
    built.join('; '),
    line.quality,
    [...new Set(reasons)].join(' '),
    line.sources.join('; '),
  ];
}

/** Every line: a bill of quantities. A cell that is not known is empty. */
export function costsCsv({ lines }: ScenarioCosts): string {
  return writeCsv(COLUMNS, lines.map(cellsOf));
}
