import type { Terminal } from '../../../model/circuit';
import type { Build, Subject } from './context';

/**
 * `bus.1.2.3` as a terminal of `order` conductors: without nodes the phases stand on 1 to n and what follows on earth;
 * nodes that are named replace these one by one, further ones are not read.
 */
export function terminalOf(
  build: Build,
  subject: Subject,
  bus: string,
  phases: number,
  order: number,
): Terminal {
  const [busId = '', ...given] = bus.split('.');
  const nodes = Array.from({ length: order }, (_, i) => (i < phases ? i + 1 : 0));
  let valid = busId !== '';
  given.slice(0, order).forEach((word, i) => {
    const node = Number(word);
    if (word !== '' && Number.isInteger(node) && node >= 0 && node <= MAX_NODE) nodes[i] = node;
    else valid = false;
  });
  if (!valid) {
    build.error(subject, {
      code: 'dss-bus',
      property: 'bus',
      value: bus,
      message: `${subject.className}.${subject.object.id} stands on "${bus}", which is no bus with whole numbers for nodes.`,
      remedy: 'Write a bus as name.1.2.3.',
    });
  }
  return { busId, nodes };
}

const MAX_NODE = 1000;

/** Return terminal of a shunt: the same bus, all conductors on earth. */
export function earthed({ busId, nodes }: Terminal): Terminal {
  return { busId, nodes: nodes.map(() => 0) };
}
