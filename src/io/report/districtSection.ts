import { footprintAreaM2 } from '../../geometry/polygon';
import { BUILDING_USES } from '../../model/building';
import { formatNumber } from '../../units';
import { estimatedText } from './ratings';
import type { ReportContext } from './context';
import { frameOf, loadingLegend, loadingMap } from './map';
import { el, type Child, type Markup, own, joined } from './markup';
import { figure, named, note, paragraph, section, terms } from './parts';
import { useInList } from './words';

/** The place in numbers, and its grid before and after as maps. */
export function districtSection(context: ReportContext): Markup {
  const { baseline, all, nameOf, penOf } = context;
  const { district } = baseline.year;
  const frame = frameOf(district);
  const maps = all.map((scenario, row) =>
    el(
      'figure',
      {},
      loadingMap(context, scenario, row, frame),
      el(
        'figcaption',
        {},
        named(nameOf(scenario.key), penOf(scenario.key)),
        row === 0 ? own(', before') : own(', after'),
      ),
    ),
  );
  return section(
    'district',
    own('The district'),
    paragraph(
      el('strong', {}, district.name),
      district.description === '' ? [] : `: ${district.description}`,
    ),
    terms(numbers(context)),
    el('h3', {}, own('The grid in its worst hours')),
    loadingLegend(),
    el('div', { class: 'maps' }, maps),
    note(
      own(
        'Every line and transformer in the class of its largest loading of the year, each in its own worst hour. Buildings carry the class of the transformer that feeds them. Service cables are drawn from 80 % on; open lines are dashed. Where colours cannot be told apart: overloaded lines are thicker and stations carry their loading.',
      ),
    ),
  );
}

/** What the report calls the climates of made weather years. */
const CLIMATE_WORDS: Readonly<Record<string, string>> = {
  centralEurope: 'central European',
  nordic: 'Nordic',
  mediterranean: 'Mediterranean',
  hotDesert: 'hot desert',
  hotMonsoon: 'hot with a monsoon',
  humidTropic: 'humid tropic',
};

function numbers({ baseline }: ReportContext): readonly (readonly [Child, Child])[] {
  const { district } = baseline.year;
  const { buildings, network, weather, frame } = district;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const uses = BUILDING_USES.flatMap((use) => {
    const count = buildings.filter((building) => building.use === use).length;
    return count === 0 ? [] : [[useInList(use), ` ${count}`]];
  });
  const areaM2 = sum(buildings.map(({ footprint, levels }) => footprintAreaM2(footprint) * levels));
  const place = `${formatNumber(frame.latitudeDeg, 5)}° N, ${formatNumber(frame.longitudeDeg, 5)}° E`;
  return [
    [
      own('Buildings'),
      [figure('district/buildings', buildings.length, 'count'), ' (', joined(uses, ', '), ')'],
    ],
    [
      own('Households'),
      figure('district/households', sum(buildings.map(({ households }) => households)), 'count'),
    ],
    [own('Floor area'), [figure('district/floorArea', areaM2, 'm²'), own(', footprint times storeys')]],
    ...gridNumbers(network),
    [own('Place'), place],
    [
      own('Weather'),
      weather.kind === 'epw'
        ? weather.fileName
        : own('synthetic, {1}', own(CLIMATE_WORDS[weather.climate] ?? weather.climate)),
    ],
  ];
}

function gridNumbers(
  network: ReportContext['baseline']['year']['district']['network'],
): readonly (readonly [Child, Child])[] {
  if (network === null) return [[own('Grid'), own('none')]];
  const rated = new Map(network.transformerTypes.map(({ id, ratedSVa }) => [id, ratedSVa]));
  const ratedVa = network.transformers.reduce(
    (total, one) => total + (rated.get(one.transformerTypeId) ?? Number.NaN),
    0,
  );
  const lengthM = network.lines.reduce((total, line) => total + line.lengthM * line.parallel, 0);
  const isSynthetic = network.lines.some(({ synthetic }) => synthetic);
  return [
    [
      own('Transformers'),
      [
        figure('district/transformers', network.transformers.length, 'count'),
        own(', together '),
        figure('district/ratedVa', ratedVa, 'VA'),
      ],
    ],
    [
      own('Lines'),
      [
        figure('district/lines', network.lines.length, 'count'),
        own(', together '),
        figure('district/lineLength', lengthM, 'm'),
      ],
    ],
    [own('Grid data'), isSynthetic ? own('laid by rule, not surveyed') : own('as given')],
    [own('Ratings that are estimated'), estimatedText('district', network)],
  ];
}
