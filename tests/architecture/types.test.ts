import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const SOLUTION = /tsc -b (\S+\.json)/.exec(
  (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { types: string } }).scripts
    .types,
)?.[1];

interface ReadConfig {
  readonly path: string;
  readonly files: readonly string[];
  readonly options: ts.CompilerOptions;
}

function readConfig(path: string): ts.ParsedCommandLine {
  const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as { config: unknown };
  return ts.parseJsonConfigFileContent(config, ts.sys, ROOT, undefined, path);
}

/** The projects that `npm run types` checks, as the compiler reads them. */
function projects(): ReadConfig[] {
  const solution = readConfig(join(ROOT, SOLUTION ?? 'tsconfig.json'));
  return (solution.projectReferences ?? []).map(({ path }) => {
    const { fileNames, options } = readConfig(path);
    return { path: relative(ROOT, path), files: fileNames.map((name) => relative(ROOT, name)), options };
  });
}

const planted = join(ROOT, '.cache', `planted-types-${process.pid}`);
afterAll(() => rmSync(planted, { recursive: true, force: true }));

/** Runs `tsc -b` on a solution whose one project has the settings of `project` and holds one planted file. */
function check(project: string, text: string): { passed: boolean; output: string } {
  const dir = join(planted, project.replaceAll('.', '-'));
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'planted.ts'), text);
  const own = { rootDir: ROOT, outDir: join(dir, 'out'), tsBuildInfoFile: join(dir, 'out.tsbuildinfo') };
  const include = [join(dir, 'planted.ts'), join(ROOT, 'src/webAssembly.d.ts')];
  writeFileSync(
    join(dir, 'tsconfig.planted.json'),
    JSON.stringify({
      extends: join(ROOT, project),
      compilerOptions: own,
      include,
      exclude: [],
      references: [],
    }),
  );
  writeFileSync(
    join(dir, 'tsconfig.json'),
    JSON.stringify({ files: [], references: [{ path: './tsconfig.planted.json' }] }),
  );
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const run = spawnSync(process.execPath, [tsc, '-b', dir, '--pretty', 'false'], { encoding: 'utf8' });
  return { passed: run.status === 0, output: run.stdout };
}

describe('the type check', () => {
  test('reads every TypeScript file of the project, each in exactly one project', () => {
    const checked = projects().flatMap(({ files }) => files);
    const written = ['src', 'workers', 'tests'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
        // AssemblyScript, another language in the same clothes; its own compiler checks it (kernel.test.ts).
        .filter((path) => !/^src\/sim\/[^/]+\/[^/]+\/kernel\//.test(path)),
    );
    expect(written.length).toBeGreaterThan(50);
    expect(written.filter((path) => !checked.includes(path))).toEqual([]);
    const code = checked.filter((path) => !path.endsWith('.d.ts') && !path.endsWith('.json'));
    expect(code.filter((path, i) => code.indexOf(path) !== i)).toEqual([]);
  });

  test('is strict in every project', () => {
    for (const { path, options } of projects()) {
      expect(options, path).toMatchObject({
        strict: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
        noUnusedLocals: true,
        composite: true,
        emitDeclarationOnly: true,
      });
    }
  });

  test('passes a right file and refuses a planted error', () => {
    expect(check('tsconfig.core.json', 'export const a: number = 1;')).toMatchObject({ passed: true });
    const wrong = check('tsconfig.core.json', "export const a: number = 'one';");
    expect(wrong.passed).toBe(false);
    expect(wrong.output).toContain('TS2322');
  });

  test('knows WebAssembly in the core and nothing else of the browser or of Node', () => {
    expect(check('tsconfig.core.json', 'export const a = (m: WebAssembly.Module) => m;').passed).toBe(true);
    const shells = ['document', 'fetch', 'process', 'Buffer', 'performance', 'setTimeout', 'console', 'URL'];
    const { output } = check(
      'tsconfig.core.json',
      shells.map((name, i) => `export const a${i} = ${name};`).join('\n'),
    );
    for (const name of shells) expect(output).toContain(`'${name}'`);
  });

  test('refuses an unchecked index and an undefined optional', () => {
    const text =
      'export const a = (x: number[]): number => x[0];\nexport const b: { c?: number } = { c: undefined };';
    const { output } = check('tsconfig.core.json', text);
    expect(output).toContain('planted.ts(1,');
    expect(output).toContain('planted.ts(2,');
  });
});
