import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { expectKeptComparisons } from '../keptTables';
import { betweenMarkers } from '../markdown';
import { HAVE_FEEDERS } from './opendss/cases';
import { type CaseRow, circuitRows, feederRows, publishedTable, ROUNDING } from './table';
import { comparisons } from './tables';

const README = readFileSync(fileURLToPath(new URL('README.md', import.meta.url)), 'utf8');

/** Figures agree when they are within a factor of two; one digit is all the table gives. */
function disagreements(table: string, rows: readonly CaseRow[]): string[] {
  const lines = table.split('\n').filter((line) => line.startsWith('| ')).slice(2); // prettier-ignore
  const found = lines.length === rows.length ? [] : [`${lines.length} rows for ${rows.length} cases`];
  rows.forEach((row, k) => {
    const [name, reference, nodes, voltage, voltageNode, angle, angleNode, loss] = (lines[k] ?? '')
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    const wrong = (what: string): unknown => found.push(`${row.name}: ${what}`);
    if (name !== row.name || reference !== row.reference || nodes !== String(row.nodes)) wrong('its name');
    for (const [by, cell, node] of [
      ['voltagePu', voltage, voltageNode],
      ['angleDeg', angle, angleNode],
    ] as const) {
      const fresh = Math.max(...row.deviations.map((each) => each[by]));
      if (!agrees(cell!, fresh, ROUNDING[by])) wrong(`${by} ${cell} against ${fresh}`);
      const there = row.deviations.find((each) => each.node === node)?.[by] ?? 0;
      if (node !== '' && !(there > fresh / 2)) wrong(`${by} is not largest at ${node}`);
    }
    if (!agrees(loss!, row.lossShare, ROUNDING.lossShare)) wrong(`losses ${loss} against ${row.lossShare}`);
  });
  return found;
}

function agrees(cell: string, fresh: number, rounding: number): boolean {
  if (cell === '' || fresh !== fresh) return cell === '' && fresh !== fresh;
  if (cell.startsWith('<')) return fresh < 2 * rounding;
  const ratio = fresh / Number(cell);
  return ratio > 0.5 && ratio < 2;
}

describe('the tables of README.md are what this engine gives now (npm run validation -- --write)', () => {
  it('for the circuits of this repository', () => {
    expect(disagreements(betweenMarkers(README, 'circuits'), circuitRows())).toEqual([]);
  });

  it.skipIf(!HAVE_FEEDERS)('for the feeders in ../shared/data', () => {
    expect(disagreements(betweenMarkers(README, 'feeders'), feederRows())).toEqual([]);
  });

  it.skipIf(!HAVE_FEEDERS)('for the overview of tests/validation', () => {
    expectKeptComparisons('powerflow', comparisons());
  });

  it('for the published values', () => {
    // The formatter pads cells.
    const bare = (table: string): string => table.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
    expect(bare(betweenMarkers(README, 'published'))).toBe(bare(publishedTable()));
  });

  it('and a figure or a node that is not so is refused', () => {
    const table = betweenMarkers(README, 'circuits');
    const rows = circuitRows();
    expect(disagreements(table.replace(/\d+e-9/, '9e-5'), rows)).toHaveLength(1);
    expect(disagreements(table.replace('| 775.3 |', '| 701.1 |'), rows)).toHaveLength(1);
    expect(disagreements(table.split('\n').slice(0, -1).join('\n').replace('peer-n104', 'peer'), rows)).toHaveLength(1); // prettier-ignore
  });
});
