import { legalStatusOf, legalWords, MEASURES, PAYER_WORDS } from '../../measures';
import type { MeasureType, Scenario } from '../../model/scenario';
import type { ComparedScenario } from '../../study/comparison';
import type { CostSum } from '../../study/scenarioCosts';
import type { ReportContext } from './context';
import { el, escapeText, type Child, type Markup, own, core, joined } from './markup';
import { figure, list, named, note, numeric, paragraph, section, table } from './parts';
import { qualityWords } from './words';

/** What each scenario does, what that costs, who pays at first, and how sure the figures are. */
export function measuresSection(context: ReportContext): Markup {
  const { all, nameOf, penOf } = context;
  return section(
    'measures',
    own('Measures, their cost and where the figures come from'),
    all.map((scenario) => [
      el('h3', {}, named(nameOf(scenario.key), penOf(scenario.key))),
      scenario.scenario.description === ''
        ? []
        : paragraph({ render: (speech) => escapeText(speech.description(scenario.scenario)) }),
      (scenario.scenario.notes ?? []).map((text) => note(text)),
      measuresOf(context, scenario),
    ]),
  );
}

function measuresOf({ toldOf }: ReportContext, scenario: ComparedScenario): Child {
  const { measures, costs } = scenario;
  if (measures.length === 0) return paragraph(own('No measures.'));
  if (costs === undefined)
    return [list(measures.map(toldOf)), note(own('What they cost was not asked for.'))];
  return [
    costTable(toldOf, scenario),
    note(
      own(
        'Annuities at an interest of {1} %, after grants. What is not known is in no sum. Upkeep is without energy.',
        Math.round(costs.interestRate * 10_000) / 100,
      ),
    ),
    sources(scenario),
  ];
}

function costTable(
  toldOf: ReportContext['toldOf'],
  { key, scenario, measures, costs }: ComparedScenario,
): Markup {
  const rows = costs!.byMeasure.map(({ measureId, type, payer, inherited, sum }) => {
    const row = scenario.measures.findIndex(({ id }) => id === measureId);
    const what: Child = [
      toldOf(measures[row] ?? MEASURES[type].label),
      el('span', { class: 'words' }, [legal(type, scenario), inherited ? own('; inherited') : '']),
    ];
    return [what, core(PAYER_WORDS[payer].label), ...sumCells(`measure/${key}/${measureId}`, sum)];
  });
  const total = [own('All measures'), '', ...sumCells(`costs/${key}/total`, costs!.total)];
  return table(own('Measures'), [own('Measure'), own('Pays at first'), ...COST_COLUMNS], [...rows, total]);
}

function legal(type: MeasureType, { legal: declared }: Scenario): Child {
  const found = legalStatusOf(MEASURES[type], declared);
  return found.status === 'unknown' ? own('legal status not known') : core(legalWords(found));
}

export const COST_COLUMNS = [
  numeric(own('Investment')),
  numeric(own('Grants')),
  numeric(own('Annuity, per year')),
  numeric(own('Upkeep, per year')),
  own('Quality of the figures'),
];

/** A sum of costs in the columns above. */
export function sumCells(path: string, sum: CostSum): readonly Child[] {
  const { lowEur, typicalEur, highEur, grantEur, annuityEurPerYear, runningEurPerYear } = sum;
  const { notKnown } = sum;
  const eur = (name: string, value: number) => figure(`${path}/${name}`, value, 'EUR');
  // Nothing is known of any line: a sum of 0 would be a lie.
  const orUnknown = (isKnown: boolean, told: Child): Child =>
    isKnown ? told : el('span', { class: 'words' }, own('not known'));
  if (sum.lines === 0) return [own('reaches nobody'), '', '', '', ''];
  const range: Child = el('span', { class: 'words' }, eur('low', lowEur), own(' to '), eur('high', highEur));
  return [
    orUnknown(notKnown.investment < sum.lines, [eur('typical', typicalEur), range]),
    orUnknown(notKnown.investment < sum.lines, eur('grant', grantEur)),
    orUnknown(notKnown.annuity < sum.lines, eur('annuity', annuityEurPerYear)),
    orUnknown(notKnown.running < sum.lines, eur('running', runningEurPerYear)),
    [quality(sum), unknowns(sum)],
  ];
}

const quality = ({ quality: found }: CostSum): Child => qualityWords(found);

function unknowns({ lines, notKnown }: CostSum): Child {
  const parts = (['investment', 'running', 'annuity', 'embodied'] as const)
    .filter((name) => notKnown[name] > 0)
    .map((name) =>
      own(
        '{1} of {2} of {3}',
        own(name === 'running' ? 'upkeep' : name === 'embodied' ? 'embodied carbon' : name),
        notKnown[name],
        lines,
      ),
    );
  return parts.length === 0 ? [] : el('span', { class: 'words' }, own('not known: {1}', joined(parts, ', ')));
}

function sources({ costs }: ComparedScenario): Child {
  const rows = costs!.byMeasure.flatMap(({ measureId, type }) => {
    const lines = costs!.lines.filter((line) => line.measureId === measureId);
    const found = [...new Set(lines.flatMap((line) => line.sources))];
    const reasons = [
      ...new Set(
        lines.flatMap(({ investment, runningPerYear }) =>
          [investment, runningPerYear].flatMap((one) => (one.known ? [] : [one.reason])),
        ),
      ),
    ];
    if (lines.length === 0) return [];
    const text = found.length === 0 ? own('no source') : joined(found.map(core), '; ');
    return [
      el(
        'li',
        {},
        el('strong', {}, core(MEASURES[type].label), ': '),
        text,
        reasons.length === 0 ? [] : own(' Not known: {1}', joined(reasons.map(core), ' ')),
      ),
    ];
  });
  return rows.length === 0
    ? []
    : [el('h4', {}, own('Sources of the prices')), el('ul', { class: 'small' }, rows)];
}
