import type { Circuit } from '../../model/circuit';
import type { BranchKind } from '../../study/network';
import { CommandFailure, EXIT, usageFailure } from '../exit';

const NAMED = 3;

/** The id as the circuit spells it; an unknown one ends the command with the nearest there are. */
export function knownId(circuit: Circuit, option: string, text: string, ids: readonly string[]): string {
  const found = spelled(text, ids);
  if (found !== undefined) return found;
  throw new CommandFailure(EXIT.badInput, [
    {
      severity: 'error',
      code: 'study-unknown-id',
      source: circuit.name,
      where: text,
      field: `--${option}`,
      message: `The circuit has no such ${option === 'bus' ? 'bus' : 'element'}.`,
      remedy:
        ids.length === 0 ? 'There is none to choose from.' : `Nearest: ${nearest(text, ids).join(', ')}.`,
    },
  ]);
}

export const knownBus = (circuit: Circuit, text: string): string =>
  knownId(
    circuit,
    'bus',
    text,
    circuit.buses.map(({ id }) => id),
  );

/** A line or a transformer in service; `line.ID` and `transformer.ID` tell two of one name apart. */
export function knownBranch(
  circuit: Circuit,
  option: string,
  text: string,
): { readonly kind: BranchKind; readonly id: string } {
  const idsOf = {
    line: circuit.lines.filter((line) => line.enabled).map(({ id }) => id),
    transformer: circuit.transformers.filter((each) => each.enabled).map(({ id }) => id),
  };
  const written = /^(line|transformer)\.(.+)$/i.exec(text);
  const kinds: readonly BranchKind[] = ['line', 'transformer'];
  const plain = kinds.flatMap((kind) => {
    const id = spelled(text, idsOf[kind]);
    return id === undefined ? [] : [{ kind, id }];
  });
  if (plain.length > 1) {
    throw usageFailure(
      `--${option} ${text} is a line and a transformer.`,
      `Give line.${text} or transformer.${text}.`,
    );
  }
  if (plain[0] !== undefined) return plain[0];
  if (written === null) {
    return {
      kind: 'line',
      id: knownId(
        circuit,
        option,
        text,
        kinds.flatMap((kind) => idsOf[kind]),
      ),
    };
  }
  const kind = written[1]!.toLowerCase() as BranchKind;
  return { kind, id: knownId(circuit, option, written[2]!, idsOf[kind]) };
}

/** Exactly, else in other upper and lower case where only one is meant. */
function spelled(text: string, ids: readonly string[]): string | undefined {
  if (ids.includes(text)) return text;
  const alike = ids.filter((id) => id.toLowerCase() === text.toLowerCase());
  return alike.length === 1 ? alike[0] : undefined;
}

/** The few ids that take the least typing to reach; the order of the circuit among equals. */
function nearest(text: string, ids: readonly string[]): string[] {
  const ranked = ids.map((id, row) => ({
    id,
    row,
    edits: editDistance(text.toLowerCase(), id.toLowerCase()),
  }));
  ranked.sort((a, b) => a.edits - b.edits || a.row - b.row);
  return ranked.slice(0, NAMED).map(({ id }) => id);
}

/** Levenshtein's distance: insertions, deletions and replacements of one character. */
function editDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = before[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      now.push(Math.min(replaced, before[column]! + 1, now[column - 1]! + 1));
    }
    before = now;
  }
  return before[b.length]!;
}
