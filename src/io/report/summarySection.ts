import type { ComparedScenario } from '../../study/comparison';
import { cellOf, type ReportContext } from './context';
import { el, type Child, type Markup } from './markup';
import { change, figure, named, numeric, paragraph, section, table } from './parts';
import { stepText } from './words';

const HEADLINE = [
  'transformersOver100',
  'worstTransformerLoading',
  'peakImport',
  'carbon',
  'energyCost',
  'investment',
];
const NAMED = 3;

/** The question, and its answer in a sentence a scenario. */
export function summarySection(context: ReportContext): Markup {
  const { options, all, comparison } = context;
  const question =
    options.question ??
    'Which transformers overload, because of which buildings, and what do the ways out cost and change?';
  return section(
    'question',
    'The question and the answer',
    el('p', { class: 'question' }, question),
    el(
      'ul',
      { class: 'answers' },
      all.map((scenario) => el('li', {}, answer(context, scenario))),
    ),
    glance(context),
    comparison.decision === undefined
      ? []
      : paragraph(
          el('strong', {}, 'Ranking. '),
          comparison.decision.words.map((text) => (text.endsWith('.') ? text : `${text}.`)).join(' '),
        ),
  );
}

function answer({ comparison, nameOf, penOf }: ReportContext, scenario: ComparedScenario): Child {
  const { key, violations, explanations } = scenario;
  const over = violations.filter(({ kind }) => kind === 'transformer');
  const who = el('strong', {}, named(nameOf(key), penOf(key)));
  const when = `, ${scenario.scenario.year}: `;
  const [worst] = over;
  if (worst === undefined) return [who, when, 'no transformer above its limit.'];
  const path = `answer/${key}`;
  // A line may have the id of the transformer.
  const hour = explanations.find(
    ({ violation: { elementId, kind, what } }) =>
      elementId === worst.elementId && kind === worst.kind && what === worst.what,
  )?.hours[0];
  const buildings = hour?.contributors.slice(0, NAMED).map(({ buildingId }) => buildingId) ?? [];
  return [
    who,
    when,
    figure(`${path}/count`, over.length, 'count'),
    over.length === 1 ? ' transformer' : ' transformers',
    ' above the limit. Worst: ',
    worst.elementId,
    ' with ',
    figure(`${path}/worst`, worst.worst, 'pu'),
    ` on ${stepText(worst.worstStep, comparison)}, `,
    figure(`${path}/hours`, worst.hours, 'h'),
    ' in the year above it',
    buildings.length === 0 ? '.' : `; the largest loads in that hour: ${buildings.join(', ')}.`,
  ];
}

function glance({ comparison, all, baseline, nameOf, penOf }: ReportContext): Markup {
  const rows = HEADLINE.flatMap((id) => comparison.kpis.find((row) => row.id === id) ?? []);
  return table(
    'At a glance',
    ['Scenario', ...rows.map(({ label }) => numeric(label))],
    all.map(({ key }) => [
      named(nameOf(key), penOf(key)),
      ...rows.map((row) => {
        const cell = cellOf(row, key);
        const path = `glance/${row.id}/${key}`;
        const value = figure(`${path}/value`, cell.value, row.unit);
        return key === baseline.key ? value : [value, change(path, cell, row.unit)];
      }),
    ]),
  );
}
