import { useMemo } from 'react';

/** Counts handed over as text, so that an hour that changes no count renders nothing. */
export function useStableCounts(text: string): readonly number[] {
  return useMemo(() => (text === '' ? [] : text.split(' ').map(Number)), [text]);
}
