import { ESLint } from 'eslint';
import { resolve } from 'node:path';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** The project's own configuration, less what needs a type-checked program: planted files are on no disk. */
const eslint = new ESLint({
  cwd: ROOT,
  overrideConfig: [
    {
      files: ['**/*.{ts,tsx}'],
      languageOptions: { parserOptions: { projectService: false } },
      rules: tseslint.configs.disableTypeChecked.rules ?? {},
    },
  ],
});

async function rulesBroken(filePath: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return result!.messages.filter(({ severity }) => severity === 2).map(({ ruleId }) => ruleId);
}

const CORE = 'src/sim/powerflow/planted.ts';
const long = Array.from({ length: 301 }, (_, i) => `export const a${i} = ${i};`).join('\n');

describe('lint refuses, in the core,', () => {
  test.each([
    ['native exp', 'export const a = Math.exp(1);', 'no-restricted-properties'],
    ['native pow', 'export const a = Math.pow(2, 3);', 'no-restricted-properties'],
    ['native sin', 'export const a = Math.sin(1);', 'no-restricted-properties'],
    ['native hypot', 'export const a = Math.hypot(3, 4);', 'no-restricted-properties'],
    ['a destructured native', 'export const { cos } = Math;', 'no-restricted-properties'],
    ['Math under another name', 'const M = Math;\nexport const a = M;', 'no-restricted-syntax'],
    ['a computed native', "export const a = Math['exp'];", 'no-restricted-properties'],
    ['**', 'export const a = (x: number) => x ** 2;', 'no-restricted-syntax'],
    ['**=', 'export const a = (x: number) => { x **= 2; return x; };', 'no-restricted-syntax'],
    ['Math.random', 'export const a = Math.random();', 'no-restricted-properties'],
    ['Date', 'export const a = Date.now();', 'no-restricted-globals'],
    ['new Date', 'export const a = new Date(0);', 'no-restricted-globals'],
    ['fetch', "export const a = fetch('x');", 'no-restricted-globals'],
    ['process', 'export const a = process.argv;', 'no-restricted-globals'],
    ['globalThis', 'export const a = globalThis;', 'no-restricted-globals'],
    ['a clock', 'export const a = performance.now();', 'no-restricted-globals'],
  ])('%s', async (_title, text, rule) => {
    expect(await rulesBroken(CORE, text)).toContain(rule);
  });
});

describe('lint refuses anywhere', () => {
  test.each([
    ['any', 'src/app/planted.ts', 'export const a: any = 1;', '@typescript-eslint/no-explicit-any'],
    [
      '@ts-ignore',
      'src/app/planted.ts',
      '// @ts-ignore\nexport const a: number = "";',
      '@typescript-eslint/ban-ts-comment',
    ],
    ['a file of 301 lines', 'src/cli/planted.ts', long, 'max-lines'],
    [
      'a hook under a condition',
      'src/panels/planted.tsx',
      "import { useState } from 'react';\nexport function P({ x }: { x: boolean }) {\n  if (x) useState(0);\n  return null;\n}",
      'react-hooks/rules-of-hooks',
    ],
    [
      'mutation of a prop while rendering',
      'src/scene/Planted.tsx',
      'export function P({ x }: { x: { y: number } }) {\n  x.y = 1;\n  return <p>{x.y}</p>;\n}',
      'react-hooks/immutability',
    ],
  ])('%s', async (_title, path, text, rule) => {
    expect(await rulesBroken(path, text)).toContain(rule);
  });

  test('a rule switched off by a comment', async () => {
    const text = '/* eslint-disable */\nexport const a: any = 1;';
    expect(await rulesBroken('src/app/planted.ts', text)).toContain('@typescript-eslint/no-explicit-any');
  });
});

test('lint allows what the core needs: sqrt, bounds, rounding, and native functions outside the core', async () => {
  expect(
    await rulesBroken(CORE, 'export const a = Math.sqrt(2) + Math.max(1, 2) + Math.floor(1.5) * Math.PI;'),
  ).toEqual([]);
  expect(await rulesBroken('src/scene/planted.ts', 'export const a = Math.sin(1) ** 2;')).toEqual([]);
});
