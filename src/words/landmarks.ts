import type { Landmark } from '../kpi/landmarks';
import { german } from './german';
import type { Language } from './language';

/** What a landmark is called; the core's own words in English. */
export const landmarkWords = (language: Language, { id, label }: Pick<Landmark, 'id' | 'label'>): string =>
  language === 'en' ? label : (german().LANDMARK_NAMES[id] ?? label);
