import { feederOf, type DiagramItem, type DiagramTie, type OneLineGrid } from '../../geometry/oneLine';
import type { District } from '../../model/district';
import type { Line, LineRole, Transformer } from '../../model/network';
import { indexOf, type DistrictIndex, type Speech } from '../../state/view';

/** What is written at an item and said of it; the same at every hour. */
export interface ItemText {
  readonly kind: DiagramItem['kind'];
  readonly id: string;
  readonly label: string;
  readonly above: string;
  readonly below: string;
  /** For a screen reader, and where the pointer rests. */
  readonly name: string;
  readonly role: LineRole;
  readonly isOpen: boolean;
  readonly isFed: boolean;
  readonly isRegulated: boolean;
  readonly hasPanels: boolean;
  readonly hasBattery: boolean;
  readonly percent: (value: number) => string;
}

/** What texts are made from. */
export interface TextSource {
  readonly district: District;
  readonly grid: OneLineGrid;
  readonly speech: Speech;
}

type Part = Partial<Omit<ItemText, 'id'>> & Pick<ItemText, 'label' | 'name'>;

export function itemTexts(items: readonly DiagramItem[], from: TextSource): readonly ItemText[] {
  const index = indexOf(from.district);
  return items.map((item) => whole(item, partOf(item, from, index), from.speech));
}

export function tieTexts(ties: readonly DiagramTie[], from: TextSource): readonly ItemText[] {
  const index = indexOf(from.district);
  return ties.map(({ id, isOpen }) => {
    const part = lineOf(index.line.get(id)!, from.speech, index);
    const name = from.speech.words(isOpen ? 'oneLine.names.open' : 'oneLine.names.loop', { line: part.name });
    return whole({ kind: 'tie', id }, { ...part, label: id, name, isOpen }, from.speech);
  });
}

const whole = (
  { kind, id }: Pick<DiagramItem, 'kind' | 'id'>,
  part: Part,
  { percent }: Speech,
): ItemText => ({
  kind,
  id,
  above: '',
  below: '',
  role: 'lvMain',
  isOpen: false,
  isFed: true,
  isRegulated: false,
  hasPanels: false,
  hasBattery: false,
  percent: (value) => (Number.isNaN(value) ? '' : percent(value)),
  ...part,
});

function partOf(item: DiagramItem, from: TextSource, index: DistrictIndex): Part {
  const { speech, grid, district } = from;
  const { words, quantity } = speech;
  switch (item.kind) {
    case 'root': {
      const isFed = grid.sourceBuses.has(item.busRow);
      return {
        label: item.id,
        name: words(isFed ? 'oneLine.names.root' : 'oneLine.names.island', { id: item.id }),
        isFed,
      };
    }
    case 'busbar':
    case 'transformer':
      return stationOf(item, from, index);
    case 'feeder': {
      const line = lineOf(index.line.get(item.id)!, speech, index);
      const buildings = words('oneLine.buildings', { count: item.behind?.buildingRows.length ?? 0 });
      return {
        ...line,
        label: buildings,
        name: words('oneLine.names.feeder', { line: line.name, buildings }),
      };
    }
    case 'building': {
      const { id, name, photovoltaics, battery } = district.buildings[item.buildingRow]!;
      const label = name ?? id;
      const has = {
        hasPanels: photovoltaics !== null,
        hasBattery: battery !== undefined && battery !== null,
      };
      const extra = [
        ...(has.hasPanels ? [words('oneLine.panels')] : []),
        ...(has.hasBattery ? [words('oneLine.battery')] : []),
      ];
      return { label, name: [words('oneLine.names.building', { name: label }), ...extra].join(', '), ...has };
    }
    case 'storage': {
      const { powerW, capacityJ, id } = district.network!.storages.find((one) => one.id === item.id)!;
      const label = `${quantity(powerW, 'W')} · ${quantity(capacityJ, 'J')}`;
      return { label, name: words('oneLine.names.storage', { id, label }) };
    }
    case 'tie': {
      const line = index.line.get(item.id)!;
      const part = lineOf(line, speech, index);
      const here = grid.network.buses[item.busRow]!.id;
      const there = line.fromBusId === here ? line.toBusId : line.fromBusId;
      const isOpen = grid.tree.ties.some((tie) => tie.isOpen && tie.lineRow === item.branchRow);
      const key = isOpen ? 'oneLine.names.open' : 'oneLine.names.loop';
      return { ...part, label: `→ ${there}`, name: words(key, { line: part.name }), isOpen };
    }
    default:
      return lineOf(index.line.get(item.id)!, speech, index);
  }
}

function lineOf(line: Line, { words, quantity }: Speech, index: DistrictIndex): Part {
  const { id, role, lineTypeId, lengthM, parallel, voltageRegulator } = line;
  const type = `${parallel > 1 ? `${parallel} × ` : ''}${index.lineType.get(lineTypeId)?.id ?? lineTypeId}`;
  const length = quantity(lengthM, 'm');
  const isRegulated = voltageRegulator !== undefined;
  const name = words('oneLine.names.line', { kind: words(`facts.lineRoles.${role}`), id, type, length });
  return {
    ...{ label: id, above: type, below: length, role, isRegulated },
    name: isRegulated ? `${name}, ${words('oneLine.regulated')}` : name,
  };
}

function stationOf(item: DiagramItem, { grid, district, speech }: TextSource, index: DistrictIndex): Part {
  const { words, quantity } = speech;
  const station: Transformer = index.transformer.get(item.id)!;
  const behind = item.behind ?? feederOf(grid, item.busRow);
  const rating = quantity(index.transformerType.get(station.transformerTypeId)?.ratedSVa ?? Number.NaN, 'VA');
  const buildings = words('oneLine.buildings', { count: behind.buildingRows.length });
  const withPanels = behind.buildingRows.filter(
    (row) => district.buildings[row]!.photovoltaics !== null,
  ).length;
  const hasBattery = district.network!.storages.some(({ transformerId }) => transformerId === item.id);
  const isRegulated = station.onLoadTapChanger !== undefined;
  const parts = [
    words('oneLine.names.station', { id: item.id, rating, buildings }),
    ...(withPanels > 0 ? [words('oneLine.panelsOn', { count: withPanels })] : []),
    ...(hasBattery ? [words('oneLine.battery')] : []),
    ...(isRegulated ? [words('oneLine.regulated')] : []),
  ];
  return {
    ...{ label: item.id, isRegulated, hasBattery, hasPanels: withPanels > 0 },
    ...(item.kind === 'busbar'
      ? { above: rating, below: buildings, label: item.id }
      : { below: `${rating} · ${behind.buildingRows.length}` }),
    name: parts.join(', '),
  };
}
