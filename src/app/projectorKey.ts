/** The key of a session that an address follows; null for an ordinary window. */
export const projectorKeyOf = (fragment: string): string | null =>
  new URLSearchParams(fragment.replace(/^#/, '')).get('projector');
