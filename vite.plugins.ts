import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { transformWithOxc, type Plugin } from 'vite';

/** Writes the policy into the built page, for hosts that cannot send headers. */
export function contentSecurityPolicyMeta(policy: string): Plugin {
  return {
    name: 'gridtwin:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** For a page on the same machine compressing takes longer than it saves. */
export function previewPlainOnThisMachine(): Plugin {
  const thisMachine = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
  return {
    name: 'gridtwin:preview-plain',
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        const isPassedOn = request.headers['x-forwarded-for'] !== undefined;
        if (!isPassedOn && thisMachine.has(request.socket.remoteAddress ?? ''))
          delete request.headers['accept-encoding'];
        next();
      });
    },
  };
}

export interface PrecacheEntry {
  readonly url: string;
  readonly revision: string;
}

/**
 * Writes the service worker at a fixed root name, with the list of every file of the build (emitted and public) and its
 * content hash in the place of `__PRECACHE__`. Any changed byte gives a new list, hence a new worker, hence an update.
 */
export function precacheServiceWorker(options: { source: string; fileName: string }): Plugin {
  let root = '';
  let outDir = '';
  return {
    name: 'gridtwin:precache',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = resolve(config.root, config.build.outDir);
    },
    writeBundle: {
      order: 'post',
      async handler() {
        if (this.environment.name !== 'client') return;
        const path = resolve(root, options.source);
        const { code } = await transformWithOxc(await readFile(path, 'utf8'), path, { target: 'es2022' });
        const entries = await precacheEntries(outDir, options.fileName);
        if (!code.includes('__PRECACHE__')) throw new Error(`${options.source} does not use __PRECACHE__`);
        await writeFile(
          join(outDir, options.fileName),
          `const __PRECACHE__ = ${JSON.stringify(entries, null, 1)};\n${code.replace(/^export \{\s*\};?$/m, '')}`,
        );
      },
    },
  };
}

/** Every file below `dir` that a page may ask for, in a fixed order; source maps and the worker itself are left out. */
export async function precacheEntries(dir: string, workerFileName: string): Promise<PrecacheEntry[]> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== workerFileName && !path.endsWith('.map') && !path.startsWith('.'))
    .sort();
  return Promise.all(
    paths.map(async (url) => ({
      url,
      revision: createHash('sha256')
        .update(await readFile(join(dir, url)))
        .digest('hex')
        .slice(0, 16),
    })),
  );
}
