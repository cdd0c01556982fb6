import type { DssObject } from '../definitions';
import type { OpenConductors, Session } from '../session';
import { fuseClass, recloserClass, relayClass, swtControlClass, type SwitchingObject } from '../switches';
import { opensOf } from './open';

/** What `Open` and the states of switches, fuses, reclosers and relays leave open; keys are `class.name`. */
export function openedElements(session: Session): Map<string, OpenConductors[]> {
  const opened = new Map(session.opened);
  for (const definition of [swtControlClass, fuseClass, recloserClass, relayClass]) {
    for (const device of session.objects(definition).values()) {
      if (!exists(session, device)) {
        reportMissing(session, definition.name, device);
        continue;
      }
      const opens = opensOf(device.terminal - 1, device.open);
      if (opens.length > 0) opened.set(device.element, [...(opened.get(device.element) ?? []), ...opens]);
    }
  }
  return opened;
}

function exists(session: Session, device: SwitchingObject): boolean {
  const dot = device.element.indexOf('.');
  return (
    session.tables
      .get(device.element.slice(0, Math.max(0, dot)))
      ?.objects.has(device.element.slice(dot + 1)) === true
  );
}

function reportMissing(
  session: Session,
  className: string,
  device: DssObject & { readonly element: string },
): void {
  session.reports[device.enabled ? 'error' : 'warning']({
    code: 'dss-reference',
    field: `${className}.${device.id}.switchedobj`.toLowerCase(),
    value: device.element,
    message: `${className}.${device.id} switches "${device.element}", which does not exist.`,
    remedy: 'Name an element as class.name.',
    place: device.place,
  });
}
