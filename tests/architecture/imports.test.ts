import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { violations } from './guard';
import { ROOMS, printedTable } from './rooms';

const ROOT = resolve(import.meta.dirname, '../..');
const CODE = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;

function codeBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && CODE.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(ROOT.length + 1)
        .replaceAll('\\', '/'),
    );
}

const files = [...codeBelow('src'), ...codeBelow('workers')];

describe('the import table', () => {
  test('is read against the whole project, every folder of which is a room', () => {
    expect(files.length).toBeGreaterThan(50);
    for (const room of ['src/model', 'src/sim/arrays', 'src/sim/numeric', 'src/engine', 'src/app']) {
      expect(
        files.some((path) => path.startsWith(`${room}/`)),
        `no file read in ${room}`,
      ).toBe(true);
    }
  });

  test('is kept by every file', () => {
    expect(files.flatMap((path) => violations(path, readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
  });

  test('has no way round: no room can be reached from a room it may import', () => {
    const reach = (room: string, seen = new Set<string>()): Set<string> => {
      for (const next of ROOMS[room]!.rooms) if (!seen.has(next)) reach(next, seen.add(next));
      return seen;
    };
    for (const room of Object.keys(ROOMS))
      expect(reach(room).has(room), `${room} reaches itself`).toBe(false);
  });

  test('is the one printed in src/README.md', () => {
    const path = join(ROOT, 'src/README.md');
    const readme = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const printed = /<!-- rooms -->\n+([\s\S]*?)\n+<!-- \/rooms -->/.exec(readme)?.[1];
    const plain = (table: string | undefined) => table?.replace(/ *\| */g, '|').replace(/-{3,}/g, '---');
    expect(plain(printed), `between the two rooms comments:\n${printedTable()}`).toBe(plain(printedTable()));
  });
});

/** Each is one file that somebody could write; the guard must refuse it for the reason given. */
const PLANTED: readonly (readonly [title: string, path: string, text: string, reason: string])[] = [
  ['React in the core', 'src/sim/powerflow/a.ts', "import React from 'react';", 'package react'],
  ['three in the core', 'src/geometry/a.ts', "import type { Mesh } from 'three';", 'package three'],
  ['a package sub-path', 'src/kpi/a.ts', "import x from 'three/addons/x.js';", 'package three'],
  ['Node in the core', 'src/io/a.ts', "import { readFileSync } from 'node:fs';", 'package node:fs'],
  ['Node without its prefix', 'src/io/a.ts', "import { readFileSync } from 'fs';", 'package fs'],
  ['zod outside the model', 'src/io/a.ts', "import { z } from 'zod';", 'package zod'],
  [
    'an import upwards',
    'src/model/a.ts',
    "import { x } from '../sim/arrays/layout';",
    'may not import src/sim/arrays',
  ],
  [
    'a type import upwards',
    'src/units/a.ts',
    "import type { X } from '../model';",
    'may not import src/model',
  ],
  [
    'an import() type',
    'src/units/a.ts',
    "export type X = import('../model').District;",
    'may not import src/model',
  ],
  ['a re-export', 'src/measures/a.ts', "export * from '../kpi/x';", 'may not import src/kpi'],
  ['a dynamic import', 'src/sim/weather/a.ts', "await import('../../io/epw');", 'may not import src/io'],
  [
    'a dynamic import with a template',
    'src/study/a.ts',
    'await import(`../engine/pool`);',
    'may not import src/engine',
  ],
  [
    'an address with a name',
    'src/scene/a.ts',
    "const W = '../../workers/year.ts';\nnew URL(W, import.meta.url);",
    'no way',
  ],
  [
    'worker handles all over the app',
    'src/cli/commands/a.ts',
    "import { wrap } from 'comlink';",
    'only the file',
  ],
  ['a computed import', 'src/study/a.ts', 'await import(name);', 'not written out'],
  ['require', 'src/sim/numeric/a.ts', "const x = require('mathjs');", 'package mathjs'],
  ['import = require', 'src/sim/numeric/a.ts', "import x = require('mathjs');", 'package mathjs'],
  [
    'numeric above physics',
    'src/sim/numeric/a.ts',
    "import { x } from '../powerflow/x';",
    'may not import src/sim/powerflow',
  ],
  [
    'arrays above numeric',
    'src/sim/arrays/a.ts',
    "import { x } from '../numeric/random';",
    'may not import src/sim/numeric',
  ],
  [
    'the core starting a worker',
    'src/study/a.ts',
    "new Worker(new URL('../../workers/year.ts', import.meta.url));",
    'no way',
  ],
  [
    'a worker by its address',
    'src/scene/a.ts',
    "const u = new URL('../../workers/year.ts', import.meta.url);",
    'no way',
  ],
  [
    'importing a worker as code',
    'src/engine/a.ts',
    "import { x } from '../../workers/year';",
    'may not import workers',
  ],
  [
    'the engine above itself',
    'src/engine/a.ts',
    "import { store } from '../state/store';",
    'may not import src/state',
  ],
  [
    'a worker reaching the engine',
    'workers/a.ts',
    "import { x } from '../src/engine/pool';",
    'may not import src/engine',
  ],
  [
    'Node in a browser worker',
    'workers/year.ts',
    "import { parentPort } from 'node:worker_threads';",
    'only the Node shells',
  ],
  [
    'scene and panels meeting',
    'src/panels/a.tsx',
    "import { x } from '../scene/City';",
    'may not import src/scene',
  ],
  [
    'panels and scene meeting',
    'src/scene/a.tsx',
    "import { x } from '../panels/Table';",
    'may not import src/panels',
  ],
  [
    'a framework in the store',
    'src/state/store.ts',
    "import { useState } from 'react';",
    'the store knows no framework',
  ],
  [
    'React in plain three',
    'src/scene/three/city.ts',
    "import { useFrame } from '@react-three/fiber';",
    'plain three',
  ],
  ['tests in the app', 'src/app/a.ts', "import { x } from '../../tests/x';", 'stands in no room'],
  ['JSON from above', 'src/model/a.ts', "import x from '../app/x.json';", 'may not import src/app'],
  [
    'a glob over another room',
    'src/scene/a.ts',
    "import.meta.glob('../panels/*.ts');",
    'may not import src/panels',
  ],
  ['a reference comment', 'src/kpi/a.ts', '/// <reference types="node" />', 'package node'],
  ['a new folder', 'src/helpers/a.ts', 'export const a = 1;', 'stands in no room'],
  ['a new physics folder', 'src/sim/magic/a.ts', 'export const a = 1;', 'stands in no room'],
  ['a file beside the rooms', 'src/a.ts', 'export const a = 1;', 'stands in no room'],
];

describe('the guard refuses', () => {
  test.each(PLANTED)('%s', (_title, path, text, reason) => {
    const found = violations(path, text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(reason === 'no way' ? 'workers' : reason);
  });
});

test('the guard allows what the table allows', () => {
  const allowed: readonly (readonly [string, string])[] = [
    ['src/engine/a.ts', "new Worker(new URL('../../workers/year.ts', import.meta.url), { type: 'module' });"],
    ['src/sim/numeric/a.ts', "import exp from '@stdlib/math-base-special-exp';"],
    [
      'src/scenario/a.ts',
      "import { sha256 } from '@noble/hashes/sha2.js'; import { x } from '../measures/x';",
    ],
    ['src/app/a.tsx', "import { createRoot } from 'react-dom/client'; import './app.css';"],
    ['src/state/hooks.ts', "import { useSyncExternalStore } from 'react';"],
    ['workers/year.node.ts', "import { parentPort } from 'node:worker_threads';"],
  ];
  for (const [path, text] of allowed) expect(violations(path, text)).toEqual([]);
});
