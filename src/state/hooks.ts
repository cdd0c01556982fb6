import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { wordsOf, type Words } from '../words';
import type { Actions } from './actions';
import type { AppState } from './appState';
import type { AppStore } from './store';
import { speechOf, type Speech } from './view/speech';

/** What panels and scene share. */
export interface AppContextValue {
  readonly store: AppStore;
  readonly actions: Actions;
}

export const AppContext = createContext<AppContextValue | null>(null);

function useApp(): AppContextValue {
  const value = useContext(AppContext);
  if (value === null) throw new Error('AppContext is missing: wrap the tree in its provider');
  return value;
}

/** Part of the state; the component renders again when that part changes. */
export function useAppState<Part>(select: (state: AppState) => Part): Part {
  return useStore(useApp().store, select);
}

export function useActions(): Actions {
  return useApp().actions;
}

/** The texts of the language in force. */
export function useWords(): Words {
  const language = useAppState((state) => state.language);
  return useMemo(() => wordsOf(language), [language]);
}

/** Texts, numbers and moments of the language in force. */
export function useSpeech(): Speech {
  return speechOf(useAppState((state) => state.language));
}

/** The store itself, for reading at the moment of an event; nothing renders again. */
export function useAppStore(): AppStore {
  return useApp().store;
}

/** Several parts at once: the same array as long as every part is the same. */
export function useAppParts(select: (state: AppState) => readonly unknown[]): readonly unknown[] {
  return useStore(useApp().store, useShallow(select));
}
