import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { fail, settle, type Issue, type Outcome } from '../model/outcome';
import type { BaseEdit, Scenario } from '../model/scenario';
import { parseBaseEdits } from '../model/schema/parseScenario';
import { hashText } from '../scenario';
import { fromBase64Url, toBase64Url } from './base64Url';
import { isObject, property } from './json';
import { readScenarioValue } from './scenarioFile';

/** A scenario as a link carries it: everything a run of it depends on but the district itself, and what that run gave. */
export interface SharedScenario {
  readonly engineVersion: string;
  readonly district: { readonly id: string; readonly sha256: string };
  readonly stepS: 3600 | 900;
  readonly baseEdits: readonly BaseEdit[];
  readonly scenario: Scenario;
  /** SHA-256 of every result array; absent where the year had not been computed. */
  readonly resultHash?: string;
}

/**
 * `1.` + eight characters of the SHA-256 of what follows + the JSON, deflated (RFC 1951), as base64url. Nothing of it needs
 * a server: it stands in the fragment of an address, which browsers do not send.
 */
const VERSION = '1';
const CHECK_LENGTH = 8;
const MAX_LETTERS = 400_000;
const MAX_BYTES = 4_000_000;
/** Deflate grows by 1032 at most, so that one piece stays below `MAX_BYTES`. */
const PIECE_BYTES = 2048;
const SOURCE = 'the link';

export function writeShareLink(shared: SharedScenario): string {
  const body = toBase64Url(deflateSync(strToU8(JSON.stringify(shared)), { level: 9 }));
  return `${VERSION}.${checkOf(body)}${body}`;
}

/** Reads a link whole or refuses it whole. */
export function readShareLink(text: string): Outcome<SharedScenario> {
  const dot = text.indexOf('.');
  const version = dot < 0 ? '' : text.slice(0, dot);
  if (/^\d{1,4}$/.test(version) && version !== VERSION) return fail([otherVersion(version)]);
  const body = text.slice(dot + 1 + CHECK_LENGTH);
  const check = text.slice(dot + 1, dot + 1 + CHECK_LENGTH);
  if (version !== VERSION || text.length > MAX_LETTERS || check !== checkOf(body)) return fail([broken()]);
  const bytes = fromBase64Url(body);
  const json = bytes === null ? null : inflate(bytes);
  return json === null ? fail([broken()]) : sharedOf(json);
}

const checkOf = (body: string): string => hashText(body).slice(0, CHECK_LENGTH);

function inflate(bytes: Uint8Array): unknown {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    const stream = new Inflate((part) => {
      length += part.length;
      if (length > MAX_BYTES) throw new RangeError('longer than any scenario');
      parts.push(part);
    });
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      stream.push(bytes.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= bytes.length);
    }
    const whole = new Uint8Array(length);
    let offset = 0;
    for (const part of parts) {
      whole.set(part, offset);
      offset += part.length;
    }
    return JSON.parse(strFromU8(whole)) as unknown;
  } catch {
    return null;
  }
}

function sharedOf(json: unknown): Outcome<SharedScenario> {
  if (!isObject(json)) return fail([broken()]);
  const engineVersion = property(json, 'engineVersion');
  const stepS = property(json, 'stepS');
  const resultHash = property(json, 'resultHash');
  const district = property(json, 'district');
  const id = isObject(district) ? property(district, 'id') : undefined;
  const sha256 = isObject(district) ? property(district, 'sha256') : undefined;
  if (typeof engineVersion !== 'string' || typeof id !== 'string' || typeof sha256 !== 'string')
    return fail([broken()]);
  if (stepS !== 3600 && stepS !== 900) return fail([broken()]);
  if (resultHash !== undefined && typeof resultHash !== 'string') return fail([broken()]);
  const scenario = readScenarioValue(property(json, 'scenario'), SOURCE);
  const edits = parseBaseEdits(property(json, 'baseEdits'), SOURCE);
  if (!scenario.ok || !edits.ok) return fail([...scenario.issues, ...edits.issues]);
  const shared: SharedScenario = {
    engineVersion: engineVersion.slice(0, 40),
    district: { id, sha256 },
    stepS,
    baseEdits: edits.value,
    scenario: scenario.value,
    ...(resultHash === undefined ? {} : { resultHash }),
  };
  return settle(shared, [...scenario.issues, ...edits.issues]);
}

function broken(): Issue {
  return {
    severity: 'error',
    code: 'share-broken',
    source: SOURCE,
    message: 'The link is damaged or cut short; nothing of it was opened.',
    remedy: 'Copy the whole link again, or ask for the scenario as a file.',
  };
}

function otherVersion(version: string): Issue {
  return {
    severity: 'error',
    code: 'share-version',
    source: SOURCE,
    field: 'version',
    value: version,
    message: `The link has format ${version}; this version of Gridtwin reads format ${VERSION}. Nothing of it was opened.`,
    remedy: 'Open it with the newest Gridtwin, or ask for the scenario as a file.',
  };
}
