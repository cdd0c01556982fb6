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
import { figuresNow, isHidden, textIn, type Figure, type PresentState } from '../../state/present';
import type { Language } from '../../words';
import type { SessionText } from '../../io/sessionFile';
import { formatDelta, formatQuantity, NARROW_NO_BREAK_SPACE } from '../../units';
import { formatWhole, kpiDeltaText, kpiText } from '../../state/view';

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
    return state.present === null ? [] : figuresNow(state, scenarioId, state.present.session.kpis);
  }, [parts, store, scenarioId]);
}

export const useBaselineFigures = (): readonly Figure[] => useFigures(BASELINE_ID);

/** "4.31 MW"; a dash where there is no figure. */
export const figureText = ({ value, unit }: Figure, language: Language): string =>
  Number.isFinite(value) ? plain(kpiText(value, unit, language)) : '–';

/** The signs a room knows. */
const plain = (text: string): string => text.replace(/EUR/, '€').replace(/CO2/, 'CO₂');

/** "4.31" and "MW", which may stand apart. */
export function figureParts(
  figure: Figure,
  language: Language,
): { readonly digits: string; readonly unit: string } {
  const [, digits = '', unit = ''] = /^([−\-\d.,\s]*)(.*)$/.exec(figureText(figure, language)) ?? [];
  return { digits: digits.trim(), unit };
}

/** "2 420 €": whole units of a currency. */
export const amountText = (value: number, currency: string, language: Language): string =>
  Number.isFinite(value) ? `${formatWhole(value, language)}${NARROW_NO_BREAK_SPACE}${plain(currency)}` : '–';

/** "+127 %", and of counts how many; empty where one of them is not there. */
export function changeText(before: Figure | undefined, after: Figure, language: Language): string {
  if (before === undefined || !Number.isFinite(before.value) || !Number.isFinite(after.value)) return '';
  if (before.value === after.value) return '±0';
  const whole = kpiDeltaText(after.value, before.value, after.unit, language);
  return /\((.*)\)/.exec(whole)?.[1] ?? whole;
}

/** "50 %". */
export const shareText = (share: number): string =>
  `${formatQuantity(Math.round(100 * share), 'count')}${NARROW_NO_BREAK_SPACE}%`;

/** "+1.8 MW" of what an end use draws more. */
export const powerText = (change: number, unit: 'W' | 'Wh', language: Language): string =>
  formatDelta(change, 0, unit, language).replace(/\s*\(.*\)$/, '');

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
