import type { Connection } from '../../../model/building';
import type { Network } from '../../../model/network';
import type { Issue } from '../../../model/outcome';
import { regulatorFault, type VoltageRegulator } from '../../../model/voltageRegulator';
import { SUPPORTED_VECTOR_GROUPS } from './networkCircuit';

/** Collects issues of one source with as little ceremony as possible. */
export class IssueList {
  readonly issues: Issue[] = [];

  hasErrors(): boolean {
    return this.issues.some((issue) => issue.severity === 'error');
  }

  add(code: string, where: string, message: string, remedy: string, field?: string, value?: unknown): void {
    this.issues.push(networkIssue('error', code, where, message, remedy, field, value));
  }

  warn(code: string, where: string, message: string, remedy: string): void {
    this.issues.push(networkIssue('warning', code, where, message, remedy));
  }
}

function networkIssue(
  severity: Issue['severity'],
  code: string,
  where: string,
  message: string,
  remedy: string,
  field?: string,
  value?: unknown,
): Issue {
  const detail = field === undefined ? {} : { field, value: String(value) };
  return { severity, code: `network-${code}`, source: 'network', where, ...detail, message, remedy };
}

/** Everything that can be said before topology: ids, references, ranges, vector groups. */
export function validateElements(
  network: Network,
  connections: readonly (Connection | null)[],
  list: IssueList,
): void {
  const buses = idSet(list, 'bus', network.buses);
  const lineTypes = idSet(list, 'line type', network.lineTypes);
  const transformerTypes = idSet(list, 'transformer type', network.transformerTypes);
  const lines = idSet(list, 'line', network.lines);
  const transformers = idSet(list, 'transformer', network.transformers);
  idSet(list, 'switch', network.switches);
  idSet(list, 'storage', network.storages);
  for (const id of transformers) {
    if (lines.has(id))
      list.add('duplicate-id', id, `Line and transformer share the id ${id}.`, 'Rename one.');
  }
  for (const bus of network.buses) positive(list, `bus ${bus.id}`, bus, ['nominalVoltageV']);
  validateTypes(network, list);
  for (const line of network.lines) {
    const where = `line ${line.id}`;
    reference(list, where, 'fromBusId', line.fromBusId, buses);
    reference(list, where, 'toBusId', line.toBusId, buses);
    reference(list, where, 'lineTypeId', line.lineTypeId, lineTypes);
    positive(list, where, line, ['lengthM', 'parallel']);
    regulated(list, where, 'voltageRegulator', null, line.voltageRegulator);
  }
  for (const transformer of network.transformers) {
    const where = `transformer ${transformer.id}`;
    reference(list, where, 'fromBusId', transformer.fromBusId, buses);
    reference(list, where, 'toBusId', transformer.toBusId, buses);
    reference(list, where, 'transformerTypeId', transformer.transformerTypeId, transformerTypes);
    regulated(list, where, 'onLoadTapChanger', transformer.tapPercent, transformer.onLoadTapChanger);
    const tap = transformer.tapPercent;
    if (!(tap > -50 && tap < 50)) {
      list.add('range', where, 'The tap must lie between -50 and 50 %.', 'Correct it.', 'tapPercent', tap);
    }
  }
  for (const item of network.switches) reference(list, `switch ${item.id}`, 'lineId', item.lineId, lines);
  validateSources(network, buses, list);
  for (const storage of network.storages) {
    const where = `storage ${storage.id}`;
    reference(list, where, 'busId', storage.busId, buses);
    reference(list, where, 'transformerId', storage.transformerId, transformers);
    positive(list, where, storage, ['capacityJ', 'powerW', 'roundTripEfficiency']);
    if (storage.roundTripEfficiency > 1) {
      list.add(
        'range',
        where,
        'The efficiency exceeds 1.',
        'Give a fraction.',
        'roundTripEfficiency',
        storage.roundTripEfficiency,
      );
    }
  }
  connections.forEach((connection, b) => {
    if (connection === null) return;
    reference(list, `building ${b}`, 'connection.busId', connection.busId, buses);
    if (connection.phases.length === 0) {
      list.add('phases', `building ${b}`, 'The connection has no phase.', 'Name at least one.', 'phases', '');
    }
  });
}

function regulated(
  list: IssueList,
  where: string,
  field: string,
  tapPercent: number | null,
  settings?: VoltageRegulator,
): void {
  const fault = settings === undefined ? null : regulatorFault(settings, tapPercent);
  if (fault !== null)
    list.add('regulator', where, fault.message, fault.remedy, field, JSON.stringify(settings));
}

function validateTypes(network: Network, list: IssueList): void {
  for (const type of network.lineTypes) {
    const where = `line type ${type.id}`;
    positive(list, where, type, ['r1OhmPerKm', 'x1OhmPerKm', 'r0OhmPerKm', 'x0OhmPerKm', 'ratedCurrentA']);
    notNegative(list, where, type, ['c1NanofaradPerKm', 'c0NanofaradPerKm']);
  }
  for (const type of network.transformerTypes) {
    const where = `transformer type ${type.id}`;
    positive(list, where, type, ['ratedSVa', 'fromVoltageV', 'toVoltageV', 'shortCircuitVoltagePercent']);
    notNegative(list, where, type, ['loadLossW', 'noLoadLossW', 'noLoadCurrentPercent']);
    if (!SUPPORTED_VECTOR_GROUPS.includes(type.vectorGroup)) {
      const remedy = `Use one of ${SUPPORTED_VECTOR_GROUPS.join(', ')}.`;
      const message = `Vector group ${type.vectorGroup} is not supported.`;
      list.add('vector-group', where, message, remedy, 'vectorGroup', type.vectorGroup);
    }
    if (type.loadLossW > (type.shortCircuitVoltagePercent / 100) * type.ratedSVa) {
      const message = 'Load losses exceed what the short-circuit voltage allows.';
      list.add('range', where, message, 'Check both figures and their units.', 'loadLossW', type.loadLossW);
    }
    if (type.noLoadLossW > (type.noLoadCurrentPercent / 100) * type.ratedSVa * (1 + 1e-9)) {
      const message = 'No-load losses exceed the no-load apparent power; the reactive part is taken as zero.';
      list.warn('no-load', where, message, 'Check noLoadCurrentPercent.');
    }
  }
}

function validateSources(network: Network, buses: ReadonlySet<string>, list: IssueList): void {
  if (network.sources.length !== 1) {
    const ids = network.sources.map((source) => source.id).join(', ');
    const message = `A radial network has exactly one source; this one has ${network.sources.length} (${ids}).`;
    list.add('source-count', ids, message, 'Keep one source.', 'sources', network.sources.length);
  }
  for (const source of network.sources) {
    const where = `source ${source.id}`;
    reference(list, where, 'busId', source.busId, buses);
    positive(list, where, source, ['voltagePu', 'shortCircuitSVa']);
    notNegative(list, where, source, ['rOverX']);
  }
}

function idSet(list: IssueList, kind: string, elements: readonly { readonly id: string }[]): Set<string> {
  const ids = new Set<string>();
  for (const { id } of elements) {
    if (ids.has(id))
      list.add('duplicate-id', id, `The ${kind} id ${id} occurs twice.`, 'Give each its own id.');
    ids.add(id);
  }
  return ids;
}

function reference(
  list: IssueList,
  where: string,
  field: string,
  id: string,
  known: ReadonlySet<string>,
): void {
  if (!known.has(id)) {
    list.add(
      'unknown-id',
      where,
      `${where}: ${field} names ${id}, which does not exist.`,
      'Correct the id.',
      field,
      id,
    );
  }
}

function positive<Name extends string>(
  list: IssueList,
  where: string,
  element: Readonly<Record<Name, number>>,
  fields: readonly Name[],
): void {
  for (const field of fields) {
    const value = element[field];
    if (!(value > 0 && value < Infinity)) {
      list.add('range', where, `${where}: ${field} must be above zero.`, 'Correct the value.', field, value);
    }
  }
}

function notNegative<Name extends string>(
  list: IssueList,
  where: string,
  element: Readonly<Record<Name, number>>,
  fields: readonly Name[],
): void {
  for (const field of fields) {
    const value = element[field];
    if (!(value >= 0 && value < Infinity)) {
      list.add(
        'range',
        where,
        `${where}: ${field} must not be negative.`,
        'Correct the value.',
        field,
        value,
      );
    }
  }
}
