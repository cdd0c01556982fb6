import { parseArgs } from 'node:util';
import { compareKpis, districtKpis, type KpiDelta } from '../../kpi';
import { formatQuantity } from '../../units';
import { EXIT, required, usageFailure } from '../exit';
import { nodeEngine } from '../nodeEngine';
import { loadDistrict, loadScenario, runInputOf, stepOf, workersOf } from '../runInput';
import { withSpells } from '../spells';
import { reportUnsolved } from '../unsolved';

export const COMPARE_USAGE =
  'compare district.json --scenario A --scenario B [--weather FILE.epw] [--edits FILE] [--cold-snap DAY,KELVIN] [--heat-wave DAY,KELVIN] [--step 15min|1h] [--workers N] [--json]; `baseline` names the scenario without measures';

/** Two scenarios of one district, indicator by indicator. */
export async function compare(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      weather: { type: 'string' },
      edits: { type: 'string' },
      'cold-snap': { type: 'string' },
      'heat-wave': { type: 'string' },
      scenario: { type: 'string', multiple: true },
      step: { type: 'string' },
      workers: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const [path] = positionals;
  const [first, second, ...more] = values.scenario ?? [];
  if (
    path === undefined ||
    positionals.length > 1 ||
    first === undefined ||
    second === undefined ||
    more.length > 0
  ) {
    throw usageFailure('compare takes one district and two scenarios.', COMPARE_USAGE);
  }
  const named = loadDistrict(path, values.weather, values.edits);
  const weather = withSpells(named.weather, values['cold-snap'], values['heat-wave']);
  const loaded = { ...named, weather };
  const engine = nodeEngine(workersOf(values.workers));
  try {
    const scenarios = [loadScenario(first, loaded), loadScenario(second, loaded)] as const;
    const runs = [];
    for (const scenario of scenarios) {
      runs.push(required(await engine.run(runInputOf(loaded, scenario, stepOf(values.step))), EXIT.badInput));
    }
    const [a, b] = runs as [(typeof runs)[number], (typeof runs)[number]];
    const unsolved = Math.max(...runs.map(reportUnsolved));
    if (unsolved !== EXIT.done) return unsolved;
    const deltas = compareKpis(districtKpis(a), districtKpis(b));
    process.stdout.write(
      values.json === true
        ? `${JSON.stringify({ a: scenarios[0].name, b: scenarios[1].name, resultHashA: a.resultHash, resultHashB: b.resultHash, kpis: deltas.map(jsonDelta) }, null, 2)}\n`
        : `${textTable(scenarios[0].name, scenarios[1].name, deltas)}\n`,
    );
    return EXIT.done;
  } finally {
    engine.dispose();
  }
}

const finite = (value: number) => (Number.isFinite(value) ? value : null);

function jsonDelta({ kpi, a, b, delta, relative, verdict }: KpiDelta): object {
  return {
    id: kpi.id,
    unit: kpi.unit,
    a: finite(a),
    b: finite(b),
    delta: finite(delta),
    relative: finite(relative),
    verdict,
  };
}

function textTable(a: string, b: string, deltas: readonly KpiDelta[]): string {
  const cells = [
    ['', a, b, 'Change', ''],
    ...deltas.map((row) => [
      row.kpi.label,
      formatQuantity(row.a, row.kpi.unit),
      formatQuantity(row.b, row.kpi.unit),
      formatQuantity(row.delta, row.kpi.unit),
      row.verdict,
    ]),
  ];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
