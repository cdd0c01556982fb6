import type { OpenConductors } from '../session';
import type { Build, Subject } from './context';

/** Which of `order` conductors are open at any terminal. */
export function openConductors(build: Build, subject: Subject, order: number): boolean[] {
  const open = new Array<boolean>(order).fill(false);
  for (const { conductor } of build.openAt(subject)) {
    if (conductor === 'all') open.fill(true);
    else if (conductor < order) open[conductor] = true;
  }
  return open;
}

/** For elements that are either in or out: true when every conductor is open; some of them is an error. */
export function wholeOpen(build: Build, subject: Subject, order: number): boolean {
  const open = openConductors(build, subject, order);
  if (open.every(Boolean)) return true;
  if (open.some(Boolean)) {
    build.error(subject, {
      code: 'dss-open',
      message: `Some conductors of ${subject.className}.${subject.object.id} are open, which is supported for lines only.`,
      remedy: 'Open all of them, or open a line before it.',
    });
  }
  return false;
}

/** One entry of every conductor that a device opens; one state alone speaks for all. */
export function opensOf(terminal: number, open: readonly boolean[]): OpenConductors[] {
  if (open.length === 0 || !open.some(Boolean)) return [];
  if (open.length === 1 || open.every(Boolean)) return [{ terminal, conductor: 'all' }];
  return open.flatMap((is, conductor) => (is ? [{ terminal, conductor }] : []));
}
