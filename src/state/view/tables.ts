import { writeCsv, type CsvCell } from '../../io/csv';
import type { Network } from '../../model/network';
import { ratingClasses } from '../../model/ratingClass';
import type { AppState, Selection, TableKind } from '../appState';
import { VARIABLE_DEFINITIONS, variableTitle, type Variable } from '../display';
import { wordsOf, type Words } from '../../words';
import { runOf, shownId } from '../selectors';
import { districtOf, indexOf } from './effective';
import { shownBranches, standingIn } from './judged';
import { annualUseJ, branchLoadings, buildingNetW, buildingValues } from './values';

export interface TableColumn {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly numeric: boolean;
  /** Decimals on screen; the file keeps all digits. */
  readonly decimals: number;
}

export interface TableRow {
  readonly id: string;
  readonly cells: readonly (string | number)[];
  /** Value of the chip, in the unit of `variable`. */
  readonly chip: number;
}

export interface ElementTable {
  readonly kind: TableKind;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Variable of the colour chips. */
  readonly variable: Variable;
}

const column = (key: string, label: string, unit = '', decimals = 0): TableColumn => ({
  key,
  label,
  unit,
  decimals,
  numeric: unit !== '',
});

const branchFigures = (words: Words): TableColumn[] => [
  column('now', words('table.columns.now'), '%', 1),
  column('max', words('table.columns.max'), '%', 1),
  column('above80', words('table.columns.above80'), 'h'),
  column('above100', words('table.columns.above100'), 'h'),
  column('above120', words('table.columns.above120'), 'h'),
];

function branchTable(state: AppState, kind: 'transformer' | 'line'): ElementTable {
  const id = shownId(state);
  const district = districtOf(state, id);
  const network = district?.network;
  const words = wordsOf(state.language);
  const rating = words('table.columns.rating');
  const ratingClass = column('ratingClass', words('table.columns.ratingClass'));
  const columns =
    kind === 'transformer'
      ? [
          column('id', words('table.columns.transformer')),
          column('rating', rating, 'kVA'),
          ...branchFigures(words),
          ratingClass,
        ]
      : [
          column('id', words('table.columns.line')),
          column('role', words('table.columns.role')),
          column('length', words('table.columns.length'), 'm'),
          column('rating', rating, 'A'),
          ...branchFigures(words),
          ratingClass,
        ];
  if (!district || !network) return { kind, columns, rows: [], variable: 'loading' };
  const index = indexOf(district);
  const loadings = branchLoadings(state, id);
  const branches = shownBranches(state, id);
  const classes = ratingClasses(network);
  const offset = kind === 'transformer' ? network.lines.length : 0;
  const figures = (row: number): number[] => {
    const branch = branches[offset + row];
    return [
      loadings?.[offset + row] ?? Number.NaN,
      branch?.percentMax ?? Number.NaN,
      branch?.above80H ?? Number.NaN,
      branch?.above100H ?? Number.NaN,
      branch?.above120H ?? Number.NaN,
    ];
  };
  const heads: readonly { id: string; head: readonly (string | number)[] }[] =
    kind === 'transformer'
      ? network.transformers.map((one) => ({
          id: one.id,
          head: [one.id, (index.transformerType.get(one.transformerTypeId)?.ratedSVa ?? NaN) / 1000],
        }))
      : network.lines.map((one) => ({
          id: one.id,
          head: [
            one.id,
            words(`facts.lineRoles.${one.role}`),
            one.lengthM,
            (index.lineType.get(one.lineTypeId)?.ratedCurrentA ?? NaN) * one.parallel,
          ],
        }));
  const rows = heads.map(({ id: branchId, head }, row): TableRow => {
    const tail = figures(row);
    const known = words(`facts.ratingClasses.${classes.get(branchId)!}`);
    return { id: branchId, cells: [...head, ...tail, known], chip: tail[0]! };
  });
  return { kind, columns, rows, variable: 'loading' };
}

/** Row of the line that is the lead of whoever hangs on a bus: a service line, and the only one that ends there. */
export function leadOfBus({ lines }: Pick<Network, 'lines'>): ReadonlyMap<string, number> {
  const ending = new Map<string, number>();
  for (const { fromBusId, toBusId } of lines)
    for (const busId of [fromBusId, toBusId]) ending.set(busId, (ending.get(busId) ?? 0) + 1);
  const leads = new Map<string, number>();
  lines.forEach(({ role, fromBusId, toBusId }, row) => {
    if (role !== 'service') return;
    for (const busId of [fromBusId, toBusId]) if (ending.get(busId) === 1) leads.set(busId, row);
  });
  return leads;
}

function buildingTable(state: AppState): ElementTable {
  const id = shownId(state);
  const district = districtOf(state, id);
  const { result } = runOf(state, id);
  const variable = state.variable === 'loading' ? 'demandIntensity' : state.variable;
  const words = wordsOf(state.language);
  const unit = VARIABLE_DEFINITIONS[variable].unit || words('table.class');
  const columns = [
    column('id', words('table.columns.building')),
    column('name', words('table.columns.name')),
    column('use', words('table.columns.use')),
    column('year', words('table.columns.year'), words('table.yearUnit')),
    column('area', words('table.columns.area'), 'm²'),
    column('value', variableTitle(variable, state.language), unit, 2),
    column('net', words('table.columns.net'), 'kW', 2),
    column('max', words('table.columns.max'), 'kW', 2),
    column('annual', words('table.columns.annual'), 'MWh/a', 1),
    column('lead', words('table.columns.lead'), '%', 1),
  ];
  if (!district) return { kind: 'building', columns, rows: [], variable };
  const { floorAreaM2 } = indexOf(district);
  const values = buildingValues(variable === state.variable ? state : { ...state, variable });
  const netW = buildingNetW(state, id);
  const annualJ = result === null ? null : annualUseJ(result);
  const branches = shownBranches(state, id);
  const leads = district.network === null ? null : leadOfBus(district.network);
  const rows = district.buildings.map((building, row): TableRow => {
    const value = values?.[row] ?? Number.NaN;
    return {
      id: building.id,
      chip: value,
      cells: [
        building.id,
        building.name ?? '',
        words(`facts.uses.${building.use}`),
        building.constructionYear,
        floorAreaM2[row]!,
        value,
        (netW?.[row] ?? Number.NaN) / 1000,
        (result?.table.buildingNetMaxW[row] ?? Number.NaN) / 1000,
        (annualJ?.[row] ?? Number.NaN) / 3.6e9,
        branches[leads?.get(building.connection?.busId ?? '') ?? -1]?.percentMax ?? Number.NaN,
      ],
    };
  });
  return { kind: 'building', columns, rows, variable };
}

/** All elements of a kind with their figures at the step on screen and over the year, in the district's order. */
export function elementTable(state: AppState, kind: TableKind): ElementTable {
  return kind === 'building' ? buildingTable(state) : branchTable(state, kind);
}

export interface SortOrder {
  readonly column: number;
  readonly descending: boolean;
}

/** Rows that hold the text (any cell) and the class, in the wanted order; ties keep the district's order. */
export function arrangeRows(
  table: ElementTable,
  order: SortOrder,
  text: string,
  accepts: (row: TableRow) => boolean,
): readonly TableRow[] {
  const wanted = text.trim().toLowerCase();
  const rows = table.rows.filter(
    (row) =>
      accepts(row) &&
      (wanted === '' ||
        row.cells.some((cell) => typeof cell === 'string' && cell.toLowerCase().includes(wanted))),
  );
  const sign = order.descending ? -1 : 1;
  return [...rows].sort((a, b) => sign * compareCells(a.cells[order.column]!, b.cells[order.column]!, sign));
}

/** Missing values stay last in either direction. */
function compareCells(a: string | number, b: string | number, sign: number): number {
  if (typeof a === 'number' && typeof b === 'number') {
    if (Number.isNaN(a) || Number.isNaN(b)) return sign * (Number(Number.isNaN(a)) - Number(Number.isNaN(b)));
    return a - b;
  }
  return String(a).localeCompare(String(b), 'en', { numeric: true });
}

const header = ({ label, unit }: TableColumn) => (unit === '' ? label : `${label} (${unit})`);

/** The rows as shown, in their order, with every digit. */
export function tableCsv(table: ElementTable, rows: readonly TableRow[]): string {
  return writeCsv(
    table.columns.map(header),
    rows.map(({ cells }): readonly CsvCell[] => cells),
  );
}

/** The painted variable at the step on screen: element id, value, unit; legend's name in the header. */
export function valuesCsv(state: AppState): string {
  const { unit } = VARIABLE_DEFINITIONS[state.variable];
  const title = variableTitle(state.variable, state.language);
  const columns = ['id', title, wordsOf(state.language)('table.unit')];
  if (state.variable === 'loading') {
    const ids = runOf(state, shownId(state)).result?.rows.branchIds ?? [];
    const values = branchLoadings(state);
    return writeCsv(
      columns,
      ids.map((id, row) => [id, values?.[row] ?? null, unit]),
    );
  }
  const values = buildingValues(state);
  const buildings = state.loaded?.district.buildings ?? [];
  return writeCsv(
    columns,
    buildings.map(({ id }, row) => [id, values?.[row] ?? null, unit]),
  );
}

/** Transformers and the lines that are over their limit, the most loaded of the year first: what N and P step through. */
export function bySeverity(state: AppState): readonly Selection[] {
  const standing = standingIn(state);
  if (standing === null) return [];
  return [...standing.transformers, ...standing.linesOver]
    .sort((a, b) => b.loadingMax - a.loadingMax)
    .map(({ kind, id }) => ({ kind, id }));
}
