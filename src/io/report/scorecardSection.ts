import { NOT_COMPUTED, targetLabel, type ScoredIndicator } from '../../kpi/u4ssc';
import { scorecardsOf, type KeyedScorecard } from '../../study/u4ssc';
import type { ReportContext } from './context';
import { el, type Child, type Markup, own, core, joined } from './markup';
import { figure, list, named, note, numeric, section, table } from './parts';

/** The U4SSC indicators of every scenario; what is not reported says so and scores nothing, which is not zero. */
export function scorecardSection(context: ReportContext): Markup {
  const { comparison, options, all, nameOf, penOf } = context;
  const cards = options.scorecards ?? scorecardsOf(comparison);
  const shown = all.flatMap(({ key }) => cards.find((card) => card.key === key) ?? []);
  const items = shown[0]?.scorecard.items ?? [];
  const told = items.filter((_, row) => shown.some(({ scorecard }) => scorecard.items[row]!.reading.ok));
  const rest = items.filter((item) => !told.includes(item));
  return section(
    'scorecard',
    own('U4SSC scorecard'),
    note(
      own(
        'Points 1 to 4 by distance to a target. What has no input is not reported, which is excluded and not zero.',
      ),
    ),
    table(
      own('Indicators'),
      [own('Indicator'), ...shown.map(({ key }) => numeric(named(nameOf(key), penOf(key)))), own('Target')],
      told.map((item) => row(item, items.indexOf(item), shown)),
    ),
    dimensions(context, shown),
    rest.length === 0
      ? []
      : note(
          own('Not reported: '),
          joined(
            rest.map(({ indicator }) => core(indicator.name)),
            '; ',
          ),
          '.',
        ),
    note(
      own('Of the set, not computed here: '),
      joined(
        NOT_COMPUTED.map(({ code, reason }) => [`${code} (`, core(reason), ')']),
        '; ',
      ),
    ),
    list((shown[0]?.scorecard.notes ?? []).map(core)),
  );
}

function row(
  { indicator, target }: ScoredIndicator,
  at: number,
  shown: readonly KeyedScorecard[],
): readonly Child[] {
  return [
    [core(indicator.name), el('span', { class: 'words' }, core(nameInSet(indicator)))],
    ...shown.map(({ key, scorecard }): Child => {
      const { reading, band } = scorecard.items[at]!;
      if (!reading.ok) return own('not reported');
      const path = `u4ssc/${indicator.id}/${key}`;
      const value = figure(path, reading.value.value, indicator.unit);
      return band === undefined
        ? value
        : [
            value,
            el(
              'span',
              { class: 'words' },
              figure(`${path}/points`, band.points, 'count'),
              own(' of 4 points'),
            ),
          ];
    }),
    target === undefined
      ? own('none')
      : [String(target.target), el('span', { class: 'words' }, core(targetLabel(target)))],
  ];
}

const nameInSet = ({ code, dataPoint }: ScoredIndicator['indicator']): string =>
  dataPoint === undefined ? code : `${code}, ${dataPoint}`;

/** Sums of the dimensions over what is scored. */
function dimensions({ nameOf, penOf }: ReportContext, shown: readonly KeyedScorecard[]): Child {
  const prefixes = (shown[0]?.scorecard.groups ?? []).filter(({ level }) => level === 'dimension');
  return table(
    own('Points by dimension, of those that are scored'),
    [own('Dimension'), ...shown.map(({ key }) => numeric(named(nameOf(key), penOf(key))))],
    prefixes.map(({ prefix }) => [
      core(prefix),
      ...shown.map(({ key, scorecard }): Child => {
        const found = scorecard.groups.find(
          (group) => group.level === 'dimension' && group.prefix === prefix,
        );
        const aggregate = found?.aggregate;
        return aggregate === undefined
          ? own('nothing scored')
          : figure(`u4ssc/${prefix}/${key}/share`, aggregate.percent, '%');
      }),
    ]),
  );
}
