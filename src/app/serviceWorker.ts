/**
 * The one service worker: the app works offline from the second it is installed, and every response carries the headers
 * of cross-origin isolation, worker scripts included, on hosts that cannot send them. It never reloads a page; a new
 * version waits until a page says ACTIVATE (see registerServiceWorker.ts), which the app does when no run is active.
 */
declare const self: ServiceWorkerGlobalScope;
/** Written in front of this file by the build: every file of the build with its content hash. */
declare const __PRECACHE__: readonly { readonly url: string; readonly revision: string }[];

const CACHE_PREFIX = 'gridtwin-';
const CACHE_NAME = CACHE_PREFIX + nameOf(__PRECACHE__);
const START_PAGE = 'index.html';

/** A short name that changes with any entry (32-bit FNV-1a; only caches of this origin are told apart by it). */
function nameOf(entries: typeof __PRECACHE__): string {
  let hash = 0x811c9dc5;
  for (const char of JSON.stringify(entries)) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

function inScope(path: string): string {
  return new URL(path, self.registration.scope).href;
}

async function install(): Promise<void> {
  const cache = await caches.open(CACHE_NAME);
  // 'no-cache' asks the server whether its copy changed: a stale copy from the HTTP cache would be kept for good.
  await cache.addAll(__PRECACHE__.map(({ url }) => new Request(inScope(url), { cache: 'no-cache' })));
}

async function activate(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(CACHE_PREFIX) && name !== CACHE_NAME) await caches.delete(name);
  }
  await self.clients.claim();
}

/** Cache first. A page address inside the scope that is no file of the build answers with the start page. */
async function respond(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE_NAME);
  const isPage = request.mode === 'navigate';
  const cached =
    (await cache.match(request, { ignoreSearch: isPage, ignoreVary: true })) ??
    (isPage ? await cache.match(inScope(START_PAGE)) : undefined);
  return isolated(cached ?? (await fetch(request)));
}

function isolated(response: Response): Response {
  // A response without a readable body (opaque, error) cannot be rewritten.
  if (response.status === 0) return response;
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  const bodyless = [101, 204, 205, 304].includes(response.status);
  return new Response(bodyless ? null : response.body, {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  if (event.data === 'ACTIVATE') event.waitUntil(self.skipWaiting());
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(respond(request));
});

export {};
