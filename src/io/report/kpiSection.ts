import { decisionTexts } from './decisionTexts';
import { cellOf, type ReportContext } from './context';
import { el, type Child, type Markup, own, core, indicator, indicatorName, joined } from './markup';
import { estimatedText } from './ratings';
import { change, figure, named, note, numeric, section, table } from './parts';
import { qualityWords } from './words';

/** Every indicator before and after, a table a scenario. */
export function kpiSection(context: ReportContext): Markup {
  const { comparison, baseline, others, nameOf, penOf } = context;
  const tables = others.map(({ key }) =>
    table(
      [named(nameOf(key), penOf(key)), own(' against '), nameOf(baseline.key)],
      [
        own('Indicator'),
        numeric(own('Before')),
        numeric(own('After')),
        numeric(own('Change')),
        own('Quality of the inputs'),
      ],
      comparison.kpis.map((row) => {
        const [before, after] = [cellOf(row, baseline.key), cellOf(row, key)];
        const path = `kpi/${row.id}/${key}`;
        const quality: Child = qualityWords(after.quality);
        return [
          indicator(row, 'label'),
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
    own('Before and after'),
    note(
      own(
        'A change is after less before. The class of an indicator is the worst of what it stands on: buildings, measures, factors. What each indicator means stands at the end.',
      ),
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
    : note(own('Loadings and overloads stand on ratings, of which are estimated: '), told);
}

/** What each indicator is, where its borders lie, and what its class is owed to. */
export function definitionsSection({ comparison }: ReportContext): Markup {
  return section(
    'definitions',
    own('What the indicators mean'),
    table(
      own('Indicators'),
      [
        own('Indicator'),
        own('Definition and boundary'),
        own('Source, and what the class in the baseline is owed to'),
      ],
      comparison.kpis.map((row) => [
        [
          indicator(row, 'label'),
          el(
            'span',
            { class: 'words' },
            row.betterWhen === 'neither' ? own('neither way is better') : own(`${row.betterWhen} is better`),
          ),
        ],
        [indicator(row, 'definition'), el('span', { class: 'words' }, indicator(row, 'boundary'))],
        [
          indicator(row, 'source'),
          el('span', { class: 'words' }, joined(cellOf(row, comparison.baselineKey).because.map(core), '; ')),
        ],
      ]),
    ),
  );
}

/** Everything that was put in otherwise than in the baseline. */
export function differencesSection({ others, baseline, nameOf, penOf, toldOf }: ReportContext): Markup {
  const tables = others.map(({ key, differences }) =>
    differences.length === 0
      ? note(named(nameOf(key), penOf(key)), own(': no input differs.'))
      : table(
          [named(nameOf(key), penOf(key)), own(' against '), nameOf(baseline.key)],
          [own('Input'), own('Change'), own('Before'), own('After')],
          differences.map(({ label, change: how, from, to }) => [label, how, from, to].map(toldOf)),
        ),
  );
  return section('inputs', own('Inputs that differ'), tables);
}

/** The order that the weights give, where there are any. */
export function rankingSection(context: ReportContext): Child {
  const { comparison, nameOf } = context;
  const { decision } = comparison;
  if (decision === undefined) return [];
  const { criteria, ranking } = decision;
  const ordered = ranking.ranked.map(({ id, rank, score, contributions }) => [
    `${rank}. ${nameOf(id)}`,
    figure(`ranking/${id}/score`, score, '1'),
    ...contributions.map((value, at) => figure(`ranking/${id}/${criteria[at]!.id}`, value, '1')),
    ranking.pareto.includes(id) ? own('no') : own('yes'),
  ]);
  return section(
    'ranking',
    own('Ranking'),
    table(
      own('Scenarios by weighted score'),
      [
        own('Scenario'),
        numeric(own('Score')),
        ...criteria.map(({ id, name }) => numeric(indicatorName(id, name))),
        own('Dominated'),
      ],
      ordered,
    ),
    table(
      own('What counts, and by how much'),
      [
        own('Criterion'),
        numeric(own('Weight')),
        numeric(own('Worst (0)')),
        numeric(own('Best (1)')),
        numeric(own('Veto line')),
      ],
      criteria.map(({ id, name, unit, worst, best, vetoAt }, at) => [
        indicatorName(id, name),
        figure(`criterion/${id}/weight`, ranking.weights[at]!, 'pu'),
        figure(`criterion/${id}/worst`, worst, unit),
        figure(`criterion/${id}/best`, best, unit),
        vetoAt === undefined ? own('none') : figure(`criterion/${id}/veto`, vetoAt, unit),
      ]),
    ),
    el(
      'ul',
      {},
      decisionTexts(context)
        .slice(ranking.ranked.length)
        .map((text) => el('li', {}, text)),
    ),
    note(
      own(
        'Reference points are fixed by the district as it stands today or given; the scenarios compared never move them.',
      ),
    ),
  );
}
