import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { vi } from 'vitest';
import { main } from '../../src/cli/main';
import { yearThreads } from '../../src/cli/nodeEngine';
import type { WorkerHandle } from '../../src/engine/pool';
import { inProcessWorker } from '../engine/inProcess';

const ROOT = resolve(import.meta.dirname, '../..');
export const SHARED = resolve(ROOT, '../shared/data');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a user does, in a process of its own. */
export function gridtwin(...args: readonly string[]): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(ROOT, 'src/cli/launch.mjs'), ...args], { cwd: ROOT });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}

/**
 * The command in this process, its output caught: a hundred refusals, or three years, in the time of one process. Its years are
 * computed beside it without threads, which exist in the bundle alone.
 */
export async function inThisProcess(...args: readonly string[]): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  const left = new Set<WorkerHandle>();
  vi.spyOn(yearThreads, 'start').mockImplementation(() => {
    const worker = inProcessWorker();
    left.add(worker);
    return { ...worker, terminate: () => void left.delete(worker) };
  });
  const out = vi
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => ((stdout += String(text)), true));
  const err = vi
    .spyOn(process.stderr, 'write')
    .mockImplementation((text) => ((stderr += String(text)), true));
  try {
    const code = await main(args);
    // A thread that is left running keeps the process of a user from ending.
    if (left.size > 0) throw new Error(`${left.size} workers were left running by: ${args.join(' ')}`);
    return { code, stdout, stderr };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

/** A folder for one test file, removed at its end. */
export function workplace(): { path: (name: string) => string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'gridtwin-cli-'));
  return {
    path: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Everything below a path with its content, to tell whether anything was touched. */
export function snapshot(path: string): Record<string, string> {
  if (!existsSync(path)) return {};
  const status = statSync(path);
  if (status.isFile())
    return { [path]: status.size > 1e8 ? String(status.mtimeMs) : readFileSync(path, 'utf8') };
  return Object.assign({}, ...readdirSync(path).map((name) => snapshot(join(path, name)))) as Record<
    string,
    string
  >;
}

export const jsonOf = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Header and rows of a CSV file without quoted cells. */
export function csvOf(path: string): { columns: string[]; rows: string[][] } {
  const [header, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  return { columns: header!.split(','), rows: rows.map((row) => row.split(',')) };
}

/** A street of houses as GeoJSON, as a city might publish it. */
export function street(houses: number): string {
  const features = Array.from({ length: houses }, (_, i) => {
    const x = 8.5 + (i % 6) * 0.0003;
    const y = 49.5 + Math.floor(i / 6) * 0.0003;
    const corners = [
      [x, y],
      [x + 0.00014, y],
      [x + 0.00014, y + 0.00009],
      [x, y + 0.00009],
      [x, y],
    ];
    return {
      type: 'Feature',
      id: `house-${i}`,
      properties: { height: 6 + (i % 3), 'building:levels': 2, year: 1960 + i },
      geometry: { type: 'Polygon', coordinates: [corners] },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}
