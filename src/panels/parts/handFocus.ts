/**
 * What has the focus may go with what it did: then the focus goes to the first of these neighbours that is there, once the page
 * has been drawn anew, and not back to the beginning of the page. Where it has stayed, or gone elsewhere, it is left alone.
 */
export function handFocus(...neighbours: readonly string[]): void {
  requestAnimationFrame(() => {
    const { activeElement, body } = document;
    if (activeElement !== null && activeElement !== body) return;
    for (const neighbour of neighbours) {
      const found = document.querySelector<HTMLElement>(neighbour);
      if (found === null) continue;
      found.focus();
      return;
    }
  });
}
