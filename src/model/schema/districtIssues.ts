import type { Building } from '../building';
import { eventFault } from '../demandResponse';
import type { District } from '../district';
import type { Network } from '../network';
import type { Issue } from '../outcome';
import { regulatorFault, type VoltageRegulator } from '../voltageRegulator';
import { shortValue } from './schemaIssues';

/** Checks that span objects: duplicate ids and references to things that do not exist. */
export function districtIssues(district: District, source: string): Issue[] {
  const issues: Issue[] = [];
  const report = new ReferenceReport(source, issues);
  report.duplicates('building', district.buildings);
  report.duplicates('street', district.streets);
  report.duplicates('openSpace', district.openSpaces);
  const network = district.network;
  if (network) networkIssues(network, report);
  const buildingIds = new Set(district.buildings.map(({ id }) => id));
  for (const { id, members = [] } of network?.storages ?? [])
    for (const member of members)
      report.reference(`storage "${id}"`, 'members', member, 'building', buildingIds);
  const busIds = new Set(network?.buses.map((bus) => bus.id) ?? []);
  for (const building of district.buildings) {
    withoutEffect(building, source, issues);
    strangeHouseholds(building, source, issues);
    strangeEvent(building, source, issues);
    if (!building.connection) continue;
    report.reference(
      `building "${building.id}"`,
      'connection.busId',
      building.connection.busId,
      'bus',
      busIds,
    );
    if (new Set(building.connection.phases).size !== building.connection.phases.length) {
      issues.push({
        severity: 'error',
        code: 'duplicate-phase',
        source,
        where: `building "${building.id}"`,
        field: 'connection.phases',
        value: building.connection.phases.join(','),
        message: 'A phase is listed twice.',
        remedy: 'List each phase of the service once.',
      });
    }
  }
  return issues;
}

/** A flexible set-point moves a heating system; where there is none it would be without effect. */
function withoutEffect(building: Building, source: string, issues: Issue[]): void {
  if (building.flexibleHeating === undefined || building.heating !== 'none') return;
  issues.push({
    severity: 'error',
    code: 'flexible-heating-without-heating',
    source,
    where: `building "${building.id}"`,
    field: 'flexibleHeating',
    value: shortValue(building.flexibleHeating),
    message: 'The building has no heating whose set-point could be moved.',
    remedy: 'Name its heating system, or remove the field.',
  });
}

/** Households are numbered from 0; a number that nobody has would be without effect. */
function strangeHouseholds(building: Building, source: string, issues: Issue[]): void {
  for (const field of ['tariff', 'loadControl', 'consumptionFeedback'] as const) {
    const strange = (building[field]?.households ?? []).filter((index) => index >= building.households);
    if (strange.length === 0) continue;
    issues.push({
      severity: 'error',
      code: 'household-number',
      source,
      where: `building "${building.id}"`,
      field: `${field}.households`,
      value: shortValue(strange),
      message: `The building has ${building.households} households, numbered from 0.`,
      remedy: 'Name households that are there.',
    });
  }
}

function strangeEvent({ id, loadControl }: Building, source: string, issues: Issue[]): void {
  const fault = loadControl === undefined ? null : eventFault(loadControl);
  if (fault === null) return;
  issues.push({
    severity: 'error',
    code: 'event-hours',
    source,
    where: `building "${id}"`,
    field: 'loadControl.hours',
    value: shortValue(loadControl),
    message: fault,
    remedy: 'Give hours of one day that leave room for the hours after them, for example 17 to 19.',
  });
}

function networkIssues(network: Network, report: ReferenceReport): void {
  report.duplicates('bus', network.buses);
  report.duplicates('lineType', network.lineTypes);
  report.duplicates('transformerType', network.transformerTypes);
  // Lines and transformers are rows of one branch table, so their ids share one namespace.
  report.duplicates('branch', [...network.lines, ...network.transformers]);
  report.duplicates('switch', network.switches);
  report.duplicates('source', network.sources);
  report.duplicates('storage', network.storages);
  const ids = (rows: readonly { readonly id: string }[]): ReadonlySet<string> =>
    new Set(rows.map((row) => row.id));
  const buses = ids(network.buses);
  const lineTypes = ids(network.lineTypes);
  const transformerTypes = ids(network.transformerTypes);
  const lines = ids(network.lines);
  const transformers = ids(network.transformers);
  const marked = { bus: network.buses, line: network.lines, switch: network.switches };
  for (const [kind, rows] of Object.entries({ ...marked, transformer: network.transformers }))
    for (const { id, addedFor } of rows)
      if (addedFor !== undefined)
        report.reference(`${kind} "${id}"`, 'addedFor', addedFor, 'transformer', transformers);
  for (const line of network.lines) {
    const where = `line "${line.id}"`;
    report.reference(where, 'fromBusId', line.fromBusId, 'bus', buses);
    report.reference(where, 'toBusId', line.toBusId, 'bus', buses);
    report.reference(where, 'lineTypeId', line.lineTypeId, 'lineType', lineTypes);
    report.regulator(where, 'voltageRegulator', line.voltageRegulator, null);
    if (line.asBuilt !== undefined)
      report.reference(where, 'asBuilt.lineTypeId', line.asBuilt.lineTypeId, 'lineType', lineTypes);
  }
  for (const transformer of network.transformers) {
    const where = `transformer "${transformer.id}"`;
    report.reference(where, 'fromBusId', transformer.fromBusId, 'bus', buses);
    report.reference(where, 'toBusId', transformer.toBusId, 'bus', buses);
    report.reference(
      where,
      'transformerTypeId',
      transformer.transformerTypeId,
      'transformerType',
      transformerTypes,
    );
    report.regulator(where, 'onLoadTapChanger', transformer.onLoadTapChanger, transformer.tapPercent);
    const { asBuiltTypeId } = transformer;
    if (asBuiltTypeId !== undefined)
      report.reference(where, 'asBuiltTypeId', asBuiltTypeId, 'transformerType', transformerTypes);
  }
  for (const one of network.switches)
    report.reference(`switch "${one.id}"`, 'lineId', one.lineId, 'line', lines);
  for (const one of network.sources) report.reference(`source "${one.id}"`, 'busId', one.busId, 'bus', buses);
  for (const one of network.storages) {
    report.reference(`storage "${one.id}"`, 'busId', one.busId, 'bus', buses);
    report.reference(`storage "${one.id}"`, 'transformerId', one.transformerId, 'transformer', transformers);
  }
}

class ReferenceReport {
  constructor(
    private readonly source: string,
    private readonly issues: Issue[],
  ) {}

  duplicates(kind: string, rows: readonly { readonly id: string }[]): void {
    const seen = new Set<string>();
    const told = new Set<string>();
    for (const { id } of rows) {
      if (seen.has(id) && !told.has(id)) {
        told.add(id);
        this.issues.push({
          severity: 'error',
          code: 'duplicate-id',
          source: this.source,
          where: `${kind} "${id}"`,
          field: 'id',
          value: id,
          message: `The ${kind} id "${id}" occurs more than once.`,
          remedy: 'Give every element an id of its own.',
        });
      }
      seen.add(id);
    }
  }

  reference(where: string, field: string, id: string, kind: string, known: ReadonlySet<string>): void {
    if (known.has(id)) return;
    this.issues.push({
      severity: 'error',
      code: `unknown-${kind}`,
      source: this.source,
      where,
      field,
      value: id,
      message: `There is no ${kind} with the id "${id}".`,
      remedy: `Add the ${kind}, or correct the reference.`,
    });
  }

  regulator(
    where: string,
    field: string,
    settings: VoltageRegulator | undefined,
    tapPercent: number | null,
  ): void {
    const fault = settings === undefined ? null : regulatorFault(settings, tapPercent);
    if (fault === null) return;
    this.issues.push({
      severity: 'error',
      code: 'regulator-figures',
      source: this.source,
      where,
      field,
      value: shortValue(settings),
      ...fault,
    });
  }
}
