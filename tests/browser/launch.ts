import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { delimiter, join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { preview } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

interface BrowserBinary {
  readonly path: string;
  /** Folder of the shared libraries that come with a bundled browser. */
  readonly libraryDir?: string;
}

const INSTALLED_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];

function installedPaths(): string[] {
  const { env, platform } = process;
  const suffix = platform === 'win32' ? '.exe' : '';
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((dir) => INSTALLED_NAMES.map((name) => join(dir, name + suffix)));
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return [...apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`), ...onPath];
  }
  if (platform === 'win32') {
    const bases = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    const tails = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return [...bases.flatMap((base) => (base ? tails.map((tail) => join(base, tail)) : [])), ...onPath];
  }
  return [...onPath, '/opt/google/chrome/chrome', '/snap/bin/chromium'];
}

/**
 * Unpacks the pinned bundled Chromium (Linux x64). Its package unpacks into the temporary folder, file by file, and
 * takes whatever it finds there for complete; so it gets a folder of its own that is renamed once everything is there.
 */
async function unpackBundled(): Promise<BrowserBinary> {
  const home = join(ROOT, '.cache', 'chromium-147.0.0');
  const binary = { path: join(home, 'chromium'), libraryDir: join(home, 'al2023', 'lib') };
  if (existsSync(binary.path)) return binary;
  await mkdir(join(ROOT, '.cache'), { recursive: true });
  const fresh = await mkdtemp(join(ROOT, '.cache', 'chromium-unpack-'));
  const before = { tmp: process.env['TMPDIR'], execution: process.env['AWS_EXECUTION_ENV'] };
  // Under this name the package also unpacks the libraries that a bare system lacks (nss, nspr, expat).
  process.env['TMPDIR'] = fresh;
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs20.x';
  try {
    const { default: bundled } = await import('@sparticuz/chromium');
    await bundled.executablePath();
  } finally {
    restore('TMPDIR', before.tmp);
    restore('AWS_EXECUTION_ENV', before.execution);
  }
  try {
    await rename(fresh, home);
  } catch (error) {
    // Another test process was faster; its copy is as good.
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(binary.path)) throw error;
  }
  return binary;
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

/** CHROME_BIN, then an installed browser, then the bundled one. GRIDTWIN_BROWSER=bundled skips the first two. */
export async function findBrowser(): Promise<BrowserBinary> {
  const onlyBundled = process.env['GRIDTWIN_BROWSER'] === 'bundled';
  const named = process.env['CHROME_BIN'];
  if (named && !onlyBundled) {
    if (!existsSync(named)) throw new Error(`CHROME_BIN names ${named}, which does not exist.`);
    return { path: named };
  }
  const installed = onlyBundled ? undefined : installedPaths().find((path) => existsSync(path));
  if (installed) return { path: installed };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBundled();
  throw new Error(
    'The browser tests need Chromium, Google Chrome or Microsoft Edge. Install one of them, or set CHROME_BIN to its program file.',
  );
}

/**
 * What draws: the processor, which every machine has, or its graphics card through Vulkan. Without a card a browser puts the page
 * together by itself and asks the software driver for WebGL alone; told otherwise, it takes twice the time for everything.
 */
const DRAWN_BY = {
  processor: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing'],
  card: [
    '--use-gl=angle',
    '--use-angle=vulkan',
    '--use-vulkan=native',
    '--enable-features=Vulkan,VulkanFromANGLE,DefaultANGLEVulkan',
  ],
} as const;

/** Flags: WebGL2 without a display; nothing that calls home; cross-origin isolation left as it is. */
const FLAGS = [
  '--no-sandbox',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export async function launchBrowser(drawnBy: keyof typeof DRAWN_BY = 'processor'): Promise<Browser> {
  const binary = await findBrowser();
  const libraryPath = [binary.libraryDir, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  const env = Object.fromEntries(
    Object.entries({ ...process.env, ...(libraryPath ? { LD_LIBRARY_PATH: libraryPath } : {}) }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  return chromium.launch({
    executablePath: binary.path,
    headless: true,
    args: [...FLAGS, ...DRAWN_BY[drawnBy]],
    env,
  });
}

export interface ServedApp {
  /** Address with a closing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** A built app in the place of dist/: a variant of it that a journey is run against. */
export const BUILT = process.env['GRIDTWIN_DIST'];

/** Serves the built app with the headers of `npm start` on a free port. */
export const serveDist = (port = 0): Promise<ServedApp> => serve(BUILT, port);

/** Where `buildVillage` of tests/runner puts the app that opens on the middle of the town. */
export const VILLAGE = join(ROOT, '.cache', 'village');

/** The app on the middle of the town, for all that does not need the whole; a variant that is named opens as it is. */
export const serveVillage = (port = 0): Promise<ServedApp> => serve(BUILT ?? VILLAGE, port);

async function serve(outDir: string | undefined, port: number): Promise<ServedApp> {
  const server = await preview({
    root: ROOT,
    logLevel: 'error',
    ...(outDir === undefined ? {} : { build: { outDir } }),
    preview: { port, strictPort: port !== 0, host: '127.0.0.1', open: false },
  });
  const address = server.httpServer.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: async () => {
      if ('closeAllConnections' in server.httpServer) server.httpServer.closeAllConnections();
      await server.close();
    },
  };
}

/** Everything that must stay empty while the app is used. */
export interface Complaints {
  readonly consoleErrors: string[];
  readonly pageErrors: string[];
  readonly policyViolations: string[];
  /** Requests that leave the origin. */
  readonly foreignRequests: string[];
}

export interface OpenApp extends Complaints {
  readonly page: Page;
  readonly context: BrowserContext;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Path below the address, e.g. '?scenario=transition'. */
  readonly path?: string;
  readonly viewport?: { width: number; height: number };
  /** With the copy of the app for use offline, which fetches every file of it beside what the page does. */
  readonly withOfflineCopy?: boolean;
  /** A context with the storage and the service worker of an earlier page: a new tab. */
  readonly context?: BrowserContext;
}

/**
 * Opens the app at `url` and records what the browser complains of. The page's policy forbids `eval`, so tests wait with
 * locators or `expect.poll(() => page.evaluate(...))`, not with `page.waitForFunction`.
 */
export async function openApp(browser: Browser, url: string, options: OpenOptions = {}): Promise<OpenApp> {
  const viewport = options.viewport ?? { width: 1280, height: 800 };
  // A bare machine has the locale C, for which this browser names a language that no page can use.
  const serviceWorkers = options.withOfflineCopy === true ? 'allow' : 'block';
  const context =
    options.context ?? (await browser.newContext({ viewport, locale: 'en-US', serviceWorkers }));
  const page = await context.newPage();
  const complaints = await listen(page, new URL(url).origin);
  await page.goto(new URL(options.path ?? '', url).href, { waitUntil: 'load' });
  return {
    ...complaints,
    page,
    context,
    close: () => (options.context ? page.close() : context.close()),
  };
}

async function listen(page: Page, origin: string): Promise<Complaints> {
  const complaints: Complaints = {
    consoleErrors: [],
    pageErrors: [],
    policyViolations: [],
    foreignRequests: [],
  };
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => complaints.pageErrors.push(error.stack ?? error.message));
  page.on('request', (request) => {
    const { protocol, origin: requested } = new URL(request.url());
    if (requested !== origin && protocol !== 'data:' && protocol !== 'blob:') {
      complaints.foreignRequests.push(request.url());
    }
  });
  await page.exposeFunction('reportPolicyViolation', (text: string) => {
    complaints.policyViolations.push(text);
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { reportPolicyViolation(text: string): void })
        .reportPolicyViolation;
      report(`${event.violatedDirective}: ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`);
    });
  });
  return complaints;
}
