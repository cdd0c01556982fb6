import type { NetworkStatistics, StationStatistics } from './statistics';

/** Range that six SimBench LV types (412 detailed grids) and four MV types span. */
interface Band {
  readonly quantity: string;
  readonly low: number;
  readonly high: number;
  readonly digits: number;
  readonly of: (station: StationStatistics) => number;
}

/** SimBench, commit c426a1a: LV types rural1-3, semiurb4-5, urban6; MV rural, semiurban, urban, commercial. */
export const simBenchBands: readonly Band[] = [
  {
    quantity: 'metres of LV cable per connection',
    low: 16,
    high: 43,
    digits: 1,
    of: (s) => s.lengthPerConnectionM,
  },
  { quantity: 'connections per transformer', low: 13, high: 118, digits: 0, of: (s) => s.connections },
  { quantity: 'feeders per transformer', low: 3, high: 9, digits: 0, of: (s) => s.feeders },
  { quantity: 'farthest customer, m', low: 229, high: 565, digits: 0, of: (s) => s.farthestM },
  { quantity: 'transformer, kVA', low: 160, high: 630, digits: 0, of: (s) => s.ratedSVa / 1000 },
  { quantity: 'peak by the rule, kW per kVA', low: 0.5, high: 0.83, digits: 2, of: (s) => s.peakPerVa },
  {
    quantity: 'kW per dwelling at the station',
    low: 1.6,
    high: 4,
    digits: 2,
    of: (s) => s.peakPerDwellingW / 1000,
  },
];

export interface BandRow {
  readonly quantity: string;
  readonly min: number;
  readonly median: number;
  readonly max: number;
  readonly low: number;
  readonly high: number;
  readonly digits: number;
  /** Networks inside the band, of how many. */
  readonly inside: number;
  readonly of: number;
  readonly allInside: boolean;
}

function row(
  quantity: string,
  values: readonly number[],
  low: number,
  high: number,
  digits: number,
): BandRow {
  const known = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
  const inside = known.filter((value) => value >= low && value <= high).length;
  return {
    quantity,
    min: known[0] ?? NaN,
    median: known[Math.floor((known.length - 1) / 2)] ?? NaN,
    max: known[known.length - 1] ?? NaN,
    low,
    high,
    digits,
    inside,
    of: known.length,
    allInside: known.length > 0 && inside === known.length,
  };
}

/** The residential LV networks of a district, and its MV network, against the SimBench bands. */
export function compareWithSimBench(statistics: NetworkStatistics): BandRow[] {
  const residential = statistics.stations.filter((station) => station.residential);
  const rows = simBenchBands.map(({ quantity, low, high, digits, of }) =>
    row(quantity, residential.map(of), low, high, digits),
  );
  return [...rows, row('MV cable per station, km', [statistics.mvLengthPerStationM / 1000], 0.28, 1.29, 2)];
}

/** The comparison as a text table. */
export function formatBandsTable(rows: readonly BandRow[]): string {
  const text = (value: number, digits: number): string =>
    Number.isFinite(value) ? value.toFixed(digits) : '-';
  const cells = [
    ['quantity', 'min', 'median', 'max', 'SimBench', 'inside'],
    ...rows.map((r) => [
      r.quantity,
      text(r.min, r.digits),
      text(r.median, r.digits),
      text(r.max, r.digits),
      `${r.low} - ${r.high}`,
      `${r.inside} of ${r.of}${r.allInside ? '' : '  !'}`,
    ]),
  ];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)));
  return cells
    .map((line) =>
      line
        .map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
