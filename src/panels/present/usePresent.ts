import { useMemo } from 'react';
import {
  BASELINE_ID,
  runOf,
  scenarioOf,
  timeOfStep,
  useActions,
  useAppParts,
  useAppState,
  useAppStore,
  useWords,
  type PresentRunner,
} from '../../state';
import {
  figuresNow,
  investedNow,
  isHidden,
  textIn,
  type Figure,
  type Invested,
  type PresentState,
} from '../../state/present';
import type { SessionText } from '../../io/sessionFile';

export const usePresent = (): PresentState | null => useAppState((state) => state.present);
export const useRunner = (): PresentRunner => useActions().present;
export const useHidden = (): boolean => useAppState(isHidden);

/** A session's own text in the language on screen. */
export function useSay(): (text: SessionText) => string {
  const language = useAppState((state) => state.language);
  return useMemo(() => (text) => textIn(text, language), [language]);
}

/** Figures of a scenario as they stand; none of them while a question is open. */
export function useFigures(scenarioId: string): readonly Figure[] {
  const store = useAppStore();
  const parts = useAppParts((state) => [
    state.present?.told,
    runOf(state, scenarioId).status,
    runOf(state, scenarioId).result,
    state.previews[scenarioId],
    scenarioOf(state, scenarioId),
    state.present?.session,
    isHidden(state),
    scenarioId,
  ]);
  return useMemo(() => {
    void parts;
    const state = store.getState();
    if (state.present === null) return [];
    const { session, told } = state.present;
    return told === null ? figuresNow(state, scenarioId, session.kpis) : (told.figures[scenarioId] ?? []);
  }, [parts, store, scenarioId]);
}

/** What measures cost once; nothing while a question is open. */
export function useInvested(): Invested | null {
  const store = useAppStore();
  const parts = useAppParts((state) => [
    state.present?.told,
    state.present?.scenarioId,
    state.history.present,
    isHidden(state),
  ]);
  return useMemo(() => {
    void parts;
    return investedNow(store.getState());
  }, [parts, store]);
}

export const useBaselineFigures = (): readonly Figure[] => useFigures(BASELINE_ID);

export {
  amountText,
  changeText,
  figureParts,
  figureText,
  investmentText,
  powerText,
  shareText,
} from '../../state/present';

/** "Tue 14 Jan, 18:00" in the language on screen. */
export function useHourText(): (step: number) => string {
  const words = useWords();
  const stepS = useAppState((state) => state.stepS);
  const startWeekday = useAppState((state) => state.loaded?.weather.startWeekday ?? 0);
  return useMemo(
    () => (step) => {
      const time = timeOfStep(step, stepS, startWeekday);
      const two = (number: number) => String(number).padStart(2, '0');
      return words('present.hourText', {
        weekday: words('present.weekdays').split('|')[time.weekday]!,
        day: time.dayOfMonth,
        month: words('present.months').split('|')[time.month - 1]!,
        clock: `${two(time.hour)}:${two(time.minute)}`,
      });
    },
    [words, stepS, startWeekday],
  );
}
