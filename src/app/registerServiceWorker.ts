/** What the app hears about the offline copy. */
export interface OfflineEvents {
  /** Every file of this version is kept: the app opens without a server from now on. */
  readonly onReady?: () => void;
  /**
   * A new version is downloaded and waits. `activate` puts it in place; call it when no run is active. The page is never
   * reloaded by itself: the new version shows with the next navigation.
   */
  readonly onUpdateWaiting?: (activate: () => void) => void;
}

/** Fixed root name: a worker that moved would leave its older copies in charge of the page. */
const WORKER_FILE = 'service-worker.js';

/**
 * Registers the service worker of the built app; does nothing under the development server or where the browser has
 * none. Resolves to whether a worker is registered; failure only means that the app does not work offline.
 */
export async function registerServiceWorker(events: OfflineEvents = {}): Promise<boolean> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return false;
  try {
    const registration = await navigator.serviceWorker.register(new URL(WORKER_FILE, document.baseURI));
    watchUpdates(registration, events);
    void navigator.serviceWorker.ready.then(() => events.onReady?.());
    return true;
  } catch {
    return false;
  }
}

function watchUpdates(registration: ServiceWorkerRegistration, events: OfflineEvents): void {
  const tell = (worker: ServiceWorker): void => {
    // Without a controller this is the first installation, not an update.
    if (worker.state !== 'installed' || !navigator.serviceWorker.controller) return;
    events.onUpdateWaiting?.(() => worker.postMessage('ACTIVATE'));
  };
  if (registration.waiting) tell(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => tell(worker));
  });
}
