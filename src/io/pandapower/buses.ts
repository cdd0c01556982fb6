import type { Point } from '../../model/building';
import { arrayOf, isObject } from '../json';
import type { Reading } from './reading';
import type { TableRow } from './tableRow';

/** Table bus with its coordinates (bus_geodata of version 2, column geo of version 3). */
export function readBuses(reading: Reading): void {
  const positions = new Map<string, Point>();
  for (const row of reading.rows('bus_geodata')) {
    if (row.has('x') && row.has('y')) positions.set(row.index, [row.number('x'), row.number('y')]);
  }
  const ids = new Set<string>();
  for (const row of reading.rows('bus')) {
    const id = busId(reading, row);
    if (ids.has(id)) {
      row.refuse(
        'name',
        `leads to the id "${id}", which another bus has`,
        'Give every bus a name of its own.',
      );
    }
    ids.add(id);
    const voltageV = 1000 * row.positive('vn_kv');
    reading.buses.set(row.index, { id, voltageV, inService: row.flag('in_service', true) });
    const position = positions.get(row.index) ?? geoPoint(row.text('geo'));
    reading.draft.buses.push({
      id,
      baseVoltageV: voltageV / Math.sqrt(3),
      ...(position ? { position } : {}),
    });
  }
  if (ids.size === 0) {
    reading.log.error({
      code: 'pandapower-no-buses',
      where: 'bus',
      message: 'The net has no buses.',
      remedy: 'Save a net with elements.',
    });
  }
}

function busId(reading: Reading, row: TableRow): string {
  return (reading.options.ids === 'name' ? row.text('name') : null) ?? row.index;
}

/** GeoJSON point as text; coordinates that are none are no position. */
function geoPoint(text: string | null): Point | null {
  if (text === null) return null;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(json) || json['type'] !== 'Point') return null;
  const [x, y] = arrayOf(json['coordinates']);
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y)
    ? [x, y]
    : null;
}
