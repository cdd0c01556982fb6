import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { buildWhenStale, ROOT } from '../../src/cli/sources.mjs';

/**
 * The sources as plain modules, which Node loads by itself. Through Vitest's own loader every call from one module to another
 * goes by way of an object, and a year takes half as long again.
 */
const OUT_DIR = join(ROOT, '.cache', 'tested');
const SOURCES = [
  ...['src', 'workers', 'scenarios', 'tests/runner/compiledSources.mjs'],
  ...['tsconfig.json', 'tsconfig.base.json', 'package-lock.json'],
];

/** The page's own folder asks Vite for styles and addresses; kernels are compiled by their own compiler. */
const isCompiled = (path) =>
  /^(src|workers)\/.*\.tsx?$/.test(path) && !/^src\/app\/|\/kernel\/|\.d\.ts$/.test(path);

const fromRoot = (path) => relative(ROOT, path).split(sep).join('/');

/** As Vite writes paths, on every system. */
const compiledPath = (path) =>
  join(OUT_DIR, path.replace(/\.\w+$/, '.js'))
    .split(sep)
    .join('/');

function entries() {
  const paths = ['src', 'workers'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      fromRoot(join(ROOT, folder, name)),
    ),
  );
  return Object.fromEntries(
    paths.filter(isCompiled).map((path) => [path.replace(/\.\w+$/, ''), join(ROOT, path)]),
  );
}

/** A module goes on saying where its source lies. */
const itsOwnPlace = {
  name: 'gridtwin:its-own-place',
  transform(code, id) {
    if (!code.includes('import.meta.')) return null;
    const [path] = id.split('?');
    return code
      .replaceAll('import.meta.dirname', JSON.stringify(join(path, '..')))
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
  },
};

/** Before the tests of a run: compiles them when something changed. */
export default async function compile() {
  await buildWhenStale({
    outDir: OUT_DIR,
    sources: SOURCES,
    build: (outDir) =>
      build({
        configFile: false,
        root: ROOT,
        logLevel: 'error',
        publicDir: false,
        plugins: [itsOwnPlace],
        build: {
          ssr: true,
          outDir,
          emptyOutDir: true,
          sourcemap: true,
          minify: false,
          target: 'es2022',
          rolldownOptions: {
            input: entries(),
            // Every module as it stands: a test may ask any of them for any of its names.
            treeshake: false,
            preserveEntrySignatures: 'strict',
            output: {
              format: 'es',
              preserveModules: true,
              preserveModulesRoot: ROOT,
              entryFileNames: '[name].js',
            },
          },
        },
      }),
  });
}

/** Gives whoever asks for a source its compiled module. */
export function compiledSources() {
  return {
    name: 'gridtwin:compiled-sources',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (importer === undefined || source.includes('?')) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (resolved === null) return null;
      const path = fromRoot(resolved.id);
      return isCompiled(path) ? compiledPath(path) : resolved;
    },
  };
}
