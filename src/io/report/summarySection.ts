import type { ComparedScenario } from '../../study/comparison';
import { decisionTexts } from './decisionTexts';
import { cellOf, type ReportContext } from './context';
import { el, type Child, type Markup, own, indicator, joined } from './markup';
import { change, figure, named, numeric, paragraph, section, table } from './parts';
import { buildingText, stepText } from './words';

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
  const ranked = comparison.decision?.ranking.ranked.length ?? 0;
  const question =
    options.question ??
    own('Which transformers overload, because of which buildings, and what do the ways out cost and change?');
  return section(
    'question',
    own('The question and the answer'),
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
          el('strong', {}, own('Ranking. ')),
          joined(
            decisionTexts(context).map((text, row) => (row < ranked ? [text, '.'] : text)),
            ' ',
          ),
        ),
  );
}

function answer({ comparison, baseline, nameOf, penOf }: ReportContext, scenario: ComparedScenario): Child {
  const { key, violations, explanations } = scenario;
  const over = violations.filter(({ kind }) => kind === 'transformer');
  const who = el('strong', {}, named(nameOf(key), penOf(key)));
  const when = `, ${scenario.scenario.year}: `;
  const [worst] = over;
  const path = `answer/${key}`;
  const lines = linesText(path, violations);
  if (worst === undefined) return [who, when, own('no transformer above its limit'), lines, '.'];
  // A line may have the id of the transformer.
  const hour = explanations.find(
    ({ violation: { elementId, kind, what } }) =>
      elementId === worst.elementId && kind === worst.kind && what === worst.what,
  )?.hours[0];
  const buildings =
    hour?.contributors
      .slice(0, NAMED)
      .map(({ buildingId }) => buildingText(buildingId, baseline.year.district.buildings)) ?? [];
  return [
    who,
    when,
    figure(`${path}/count`, over.length, 'count'),
    over.length === 1 ? own(' transformer') : own(' transformers'),
    own(' above the limit. Worst: '),
    worst.elementId,
    own(' with '),
    figure(`${path}/worst`, worst.worst, 'pu'),
    own(' on {1}, ', stepText(worst.worstStep, comparison)),
    figure(`${path}/hours`, worst.hours, 'h'),
    own(' in the year above it'),
    buildings.length === 0 ? '' : own('; the largest loads in that hour: {1}', buildings.join(', ')),
    lines,
    '.',
  ];
}

/** Lines that are above their limits, where there are any. */
function linesText(path: string, violations: ComparedScenario['violations']): Child {
  const over = violations.filter(({ kind }) => kind === 'line');
  const [worst] = over;
  if (worst === undefined) return '';
  return [
    '; ',
    figure(`${path}/lines`, over.length, 'count'),
    over.length === 1 ? own(' line above its limit') : own(' lines above their limits'),
    own(', worst {1} with ', worst.elementId),
    figure(`${path}/worstLine`, worst.worst, 'pu'),
  ];
}

function glance({ comparison, all, baseline, nameOf, penOf }: ReportContext): Markup {
  const rows = HEADLINE.flatMap((id) => comparison.kpis.find((row) => row.id === id) ?? []);
  return table(
    own('At a glance'),
    [own('Scenario'), ...rows.map((row) => numeric(indicator(row, 'label')))],
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
