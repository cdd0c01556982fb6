import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { District } from '../model/district';
import type { WeatherYear } from '../model/weather';
import { physicsOf } from './physics';

/** JSON with object keys in sorted order: the same value gives the same text whoever wrote it. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
}

/** SHA-256 of a text, as hex. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of a district's canonical JSON, as hex: the order of keys does not matter, that of rows does. */
export function hashDistrict(district: District): string {
  return hashText(canonicalJson(district));
}

/** SHA-256 over named columns of doubles, in the order given, names included; every NaN counts as the same NaN. */
export function hashColumns(columns: Readonly<Record<string, Float64Array>>): string {
  const hash = sha256.create();
  for (const [name, column] of Object.entries(columns)) {
    hash.update(utf8ToBytes(`${name}:${column.length};`));
    hash.update(littleEndianBytes(column));
  }
  return bytesToHex(hash.digest());
}

/** All engines this runs on are little-endian; a copy quiets NaN payloads. */
function littleEndianBytes(column: Float64Array): Uint8Array {
  const copy = Float64Array.from(column, (value) => (value === value ? value : Number.NaN));
  return new Uint8Array(copy.buffer);
}

export function hashWeather(weather: WeatherYear): string {
  const { name, origin, latitudeDeg, longitudeDeg, utcOffsetMin, elevationM, startWeekday, ...columns } =
    weather;
  const site = { name, origin, latitudeDeg, longitudeDeg, utcOffsetMin, elevationM, startWeekday };
  return hashText(`${canonicalJson(site)}${hashColumns(columns)}`);
}

/**
 * Names a run: what the physics depends on, after the fold. A scenario that changes nothing has the baseline's hash, titles
 * do not enter, nor do meters, telemetry and remote control.
 */
export function hashRun(
  effectiveDistrict: District,
  weather: WeatherYear,
  stepS: number,
  engineVersion: string,
): string {
  const physics = canonicalJson({ ...physicsOf(effectiveDistrict), stepS, engineVersion });
  return hashText(`${physics}${hashWeather(weather)}`);
}
