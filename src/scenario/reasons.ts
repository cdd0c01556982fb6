/** Different reasons, each with how often it was given: the most frequent first, of equals the one that came first. */
export function byFrequency(
  reasons: readonly string[],
): readonly (readonly [reason: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
