import { cellOf, type ReportContext } from './context';
import { el, type Child, type Markup } from './markup';
import { estimatedText } from './ratings';
import { change, figure, named, note, numeric, section, table } from './parts';
import { qualityWords } from './words';

/** Every indicator before and after, a table a scenario. */
export function kpiSection(context: ReportContext): Markup {
  const { comparison, baseline, others, nameOf, penOf } = context;
  const tables = others.map(({ key }) =>
    table(
      [named(nameOf(key), penOf(key)), ' against ', nameOf(baseline.key)],
      ['Indicator', numeric('Before'), numeric('After'), numeric('Change'), 'Quality of the inputs'],
      comparison.kpis.map((row) => {
        const [before, after] = [cellOf(row, baseline.key), cellOf(row, key)];
        const path = `kpi/${row.id}/${key}`;
        const quality: Child =
          after.quality === 'unknown_untraceable'
            ? el('mark', {}, after.quality)
            : qualityWords(after.quality);
        return [
          row.label,
          figure(`${path}/before`, before.value, row.unit),
          figure(`${path}/after`, after.value, row.unit),
          change(path, after, row.unit),
          quality,
        ];
      }),
    ),
  );
  return section(
    'indicators',
    'Before and after',
    note(
      'A change is after less before. The class of an indicator is the worst of what it stands on: buildings, measures, factors. What each indicator means stands at the end.',
    ),
    ratingsNote(context),
    tables,
  );
}

/** Loadings and overloads are as sure as the ratings that they are counted against. */
function ratingsNote({ all, nameOf }: ReportContext): Child {
  const told = all.flatMap(({ key, year }): Child[] => {
    const { network } = year.district;
    return network === null ? [] : [[nameOf(key), ' ', estimatedText(`ratings/${key}`, network), '. ']];
  });
  return told.length === 0
    ? []
    : note('Loadings and overloads stand on ratings, of which are estimated: ', told);
}

/** What each indicator is, where its borders lie, and what its class is owed to. */
export function definitionsSection({ comparison }: ReportContext): Markup {
  return section(
    'definitions',
    'What the indicators mean',
    table(
      'Indicators',
      ['Indicator', 'Definition and boundary', 'Source, and what the class in the baseline is owed to'],
      comparison.kpis.map((row) => [
        [
          row.label,
          el(
            'span',
            { class: 'words' },
            row.betterWhen === 'neither' ? 'neither way is better' : `${row.betterWhen} is better`,
          ),
        ],
        [row.definition, el('span', { class: 'words' }, row.boundary)],
        [row.source, el('span', { class: 'words' }, cellOf(row, comparison.baselineKey).because.join('; '))],
      ]),
    ),
  );
}

/** Everything that was put in otherwise than in the baseline. */
export function differencesSection({ others, baseline, nameOf, penOf }: ReportContext): Markup {
  const tables = others.map(({ key, differences }) =>
    differences.length === 0
      ? note(named(nameOf(key), penOf(key)), ': no input differs.')
      : table(
          [named(nameOf(key), penOf(key)), ' against ', nameOf(baseline.key)],
          ['Input', 'Change', 'Before', 'After'],
          differences.map(({ label, change: how, from, to }) => [label, how, from, to]),
        ),
  );
  return section('inputs', 'Inputs that differ', tables);
}

/** The order that the weights give, where there are any. */
export function rankingSection({ comparison, nameOf }: ReportContext): Child {
  const { decision } = comparison;
  if (decision === undefined) return [];
  const { criteria, ranking, words } = decision;
  const ordered = ranking.ranked.map(({ id, rank, score, contributions }) => [
    `${rank}. ${nameOf(id)}`,
    figure(`ranking/${id}/score`, score, '1'),
    ...contributions.map((value, at) => figure(`ranking/${id}/${criteria[at]!.id}`, value, '1')),
    ranking.pareto.includes(id) ? 'no' : 'yes',
  ]);
  return section(
    'ranking',
    'Ranking',
    table(
      'Scenarios by weighted score',
      ['Scenario', numeric('Score'), ...criteria.map(({ name }) => numeric(name)), 'Dominated'],
      ordered,
    ),
    table(
      'What counts, and by how much',
      ['Criterion', numeric('Weight'), numeric('Worst (0)'), numeric('Best (1)'), numeric('Veto line')],
      criteria.map(({ id, name, unit, worst, best, vetoAt }, at) => [
        name,
        figure(`criterion/${id}/weight`, ranking.weights[at]!, 'pu'),
        figure(`criterion/${id}/worst`, worst, unit),
        figure(`criterion/${id}/best`, best, unit),
        vetoAt === undefined ? 'none' : figure(`criterion/${id}/veto`, vetoAt, unit),
      ]),
    ),
    el(
      'ul',
      {},
      words.slice(ranking.ranked.length).map((text) => el('li', {}, text)),
    ),
    note(
      'Reference points are fixed by the district as it stands today or given; the scenarios compared never move them.',
    ),
  );
}
