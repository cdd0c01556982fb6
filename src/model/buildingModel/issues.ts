import type { Issue } from '../outcome';
import { courseIssues } from './courseIssues';
import { elementIssues } from './elementIssues';
import { glazingIssues } from './glazingIssues';
import { IssueList } from './issueList';
import type { BuildingModel } from './types';

/** A zone needs at least this much volume per floor area, m: less is a slip of units. */
const LOWEST_ROOM_M = 0.5;

/** Everything that spans objects: ids, references, windows in walls, courses over the day, panes and gaps. */
export function buildingModelIssues(model: BuildingModel, source: string): Issue[] {
  const list = new IssueList(source);
  list.duplicates('construction', model.constructions);
  list.duplicates('glazing', model.glazings ?? []);
  list.duplicates('schedule', model.schedules ?? []);
  list.duplicates('zone', model.zones);
  list.duplicates('element', model.elements);
  glazingIssues(model, list);
  elementIssues(model, list);
  courseIssues(model, list);
  zoneIssues(model, list);
  return list.issues;
}

function zoneIssues(model: BuildingModel, list: IssueList): void {
  const zones = new Set(model.zones.map((zone) => zone.id));
  const walled = new Set(model.elements.map((element) => element.zone));
  for (const element of model.elements) {
    if (element.boundary.kind === 'zone') walled.add(element.boundary.zone);
  }
  for (const zone of model.zones) {
    const where = `zone "${zone.id}"`;
    if (!walled.has(zone.id)) {
      list.error('zone-without-elements', where, 'id', zone.id, {
        message: 'No element encloses this zone.',
        remedy: 'Give it at least one element, or remove it.',
      });
    }
    if (zone.volumeM3 < LOWEST_ROOM_M * zone.floorAreaM2) {
      list.warning('zone-volume', where, 'volumeM3', zone.volumeM3, {
        message: `The zone would be ${(zone.volumeM3 / zone.floorAreaM2).toPrecision(2)} m high.`,
        remedy: 'Check volume and floor area.',
      });
    }
    (zone.ventilation ?? []).forEach((flow, index) => {
      if ((flow.airChangesPerH === undefined) === (flow.flowM3PerS === undefined)) {
        list.error('ventilation-flow', where, `ventilation[${index}]`, flow.flowM3PerS ?? 'none', {
          message: 'A ventilation needs either airChangesPerH or flowM3PerS, not both.',
          remedy: 'Keep one of the two.',
        });
      }
    });
  }
  for (const [index, exchange] of (model.airExchanges ?? []).entries()) {
    const where = `airExchanges[${index}]`;
    for (const zone of exchange.zones) list.reference(where, 'zones', zone, 'zone', zones);
    if (exchange.zones[0] === exchange.zones[1]) {
      list.error('air-exchange-itself', where, 'zones', exchange.zones[0], {
        message: 'A zone cannot exchange air with itself.',
        remedy: 'Name two zones.',
      });
    }
  }
}
