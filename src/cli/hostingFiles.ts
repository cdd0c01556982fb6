import { writeCsv, type CsvCell } from '../io';
import type { Comparison } from '../study/comparison';
import { mostFrequent, type HostDraw } from '../study/districtHosting';

const kilo = ({ capacityW }: HostDraw): number => capacityW / 1000;
/** Nothing broke up to the end of the search. */
const isOpen = ({ binding }: HostDraw): boolean => binding === undefined;

/** A row a scenario, technology and feeder or transformer: the range, what binds, and whether a value is "at least". */
export function hostingCsv({ scenarios }: Comparison): string {
  const columns = [
    ...['scenario', 'technology', 'place', 'kind', 'sites', 'smallest_kw', 'median_kw', 'largest_kw'],
    ...[
      'smallest_at_least',
      'largest_at_least',
      'binding',
      'binding_element',
      'bound_draws',
      'draws',
      'label',
    ],
  ];
  const rows = scenarios.flatMap(({ key, year: { hosting = [] } }) =>
    hosting.flatMap(({ settings, places, label }) =>
      places.map(({ place, sites, smallest, median, largest, draws }): CsvCell[] => {
        const { kind, elementId, draws: bound } = mostFrequent(draws);
        return [
          ...[key, settings.technology.id, place.id, place.kind, sites],
          ...[kilo(smallest), kilo(median), kilo(largest), isOpen(smallest), isOpen(largest)],
          ...[kind, elementId, bound, settings.draws, label],
        ];
      }),
    ),
  );
  return writeCsv(columns, rows);
}
