import { useSyncExternalStore } from 'react';
import { useAppState } from '../../state';
import type { Theme } from '../../state/display';

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}

/** The theme in force: the chosen one, or the system's. */
export function useTheme(): Theme {
  const choice = useAppState((state) => state.theme);
  const dark = useMedia('(prefers-color-scheme: dark)');
  if (choice !== 'system') return choice;
  return dark ? 'dark' : 'light';
}

export const useReducedMotion = (): boolean => useMedia('(prefers-reduced-motion: reduce)');
