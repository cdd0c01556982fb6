/** A second window of the same app that only shows; it says by its address which session it follows. */
export function openProjector(startedAtMs: number): void {
  const address = new URL(location.href);
  address.hash = new URLSearchParams({ mode: 'present', projector: String(startedAtMs) }).toString();
  window.open(address.href, 'gridtwin-projector', 'popup,width=1280,height=720');
}
