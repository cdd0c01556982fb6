import type { IssueList } from './issueList';
import type { BuildingModel, Element, Window } from './types';

/** Tolerance of dimensions, m. */
const SLACK_M = 1e-6;

/** References of elements and windows; windows that leave their wall or overlap. */
export function elementIssues(model: BuildingModel, list: IssueList): void {
  const zones = new Set(model.zones.map(({ id }) => id));
  const constructions = new Set(model.constructions.map(({ id }) => id));
  const glazings = new Set((model.glazings ?? []).map(({ id }) => id));
  const windowIds = new Map<string, string>();
  for (const element of model.elements) {
    const where = `element "${element.id}"`;
    list.reference(where, 'zone', element.zone, 'zone', zones);
    list.reference(where, 'construction', element.construction, 'construction', constructions);
    if (element.boundary.kind === 'zone') {
      list.reference(where, 'boundary.zone', element.boundary.zone, 'zone', zones);
      if (element.boundary.zone === element.zone) {
        list.error('element-same-zone', where, 'boundary.zone', element.boundary.zone, {
          message: 'Both sides of the element face the same zone.',
          remedy: 'Use the boundary "adiabatic" for an inner wall of one zone.',
        });
      }
    }
    for (const window of element.windows ?? []) {
      const other = windowIds.get(window.id);
      if (other !== undefined) {
        list.error('duplicate-id', where, 'windows.id', window.id, {
          message: `The window id "${window.id}" occurs in "${other}" too.`,
          remedy: 'Give every window an id of its own.',
        });
      }
      windowIds.set(window.id, element.id);
      list.reference(`${where} window "${window.id}"`, 'glazing', window.glazing, 'glazing', glazings);
    }
    windowPlaces(element, where, list);
    shadePlaces(element, where, list);
  }
}

function windowPlaces(element: Element, where: string, list: IssueList): void {
  const windows = element.windows ?? [];
  if (windows.length > 0 && element.boundary.kind !== 'outdoors') {
    list.error('window-boundary', where, 'windows', element.boundary.kind, {
      message: 'Only an element to outdoors can have windows.',
      remedy: 'Move the windows to an outer element.',
    });
  }
  windows.forEach((window, index) => {
    if (
      window.xM + window.widthM > element.widthM + SLACK_M ||
      window.zM + window.heightM > element.heightM + SLACK_M
    ) {
      list.error(
        'window-outside-wall',
        `${where} window "${window.id}"`,
        'widthM, heightM',
        sizeText(window),
        {
          message: `The window does not fit into the element of ${element.widthM} m x ${element.heightM} m.`,
          remedy: 'Make the window smaller, move it, or make the element larger.',
        },
      );
    }
    for (const other of windows.slice(0, index)) {
      if (!overlap(window, other)) continue;
      list.error('window-overlap', `${where} window "${window.id}"`, 'xM, zM', sizeText(window), {
        message: `The window overlaps "${other.id}".`,
        remedy: 'Move one of the two.',
      });
    }
  });
}

const sizeText = (window: Window): string =>
  `${window.widthM} m x ${window.heightM} m at (${window.xM}, ${window.zM})`;

function overlap(a: Window, b: Window): boolean {
  return (
    a.xM + a.widthM > b.xM + SLACK_M &&
    b.xM + b.widthM > a.xM + SLACK_M &&
    a.zM + a.heightM > b.zM + SLACK_M &&
    b.zM + b.heightM > a.zM + SLACK_M
  );
}

function shadePlaces(element: Element, where: string, list: IssueList): void {
  (element.shades ?? []).forEach((shade, index) => {
    const empty = shade.kind === 'overhang' ? shade.toXM <= shade.fromXM : shade.toZM <= shade.fromZM;
    if (!empty) return;
    list.error('shade-empty', where, `shades[${index}]`, shade.kind, {
      message: `The ${shade.kind} ends before it begins.`,
      remedy: shade.kind === 'overhang' ? 'fromXM must be below toXM.' : 'fromZM must be below toZM.',
    });
  });
}
