import type { AppStore } from '../state';
import { isLanguage, languageOf, type Language } from '../words';

const KEY = 'gridtwin-language';

/** The language somebody has chosen in this browser; a browser that keeps nothing remembers nothing. */
function keptLanguage(): Language | null {
  try {
    const kept = localStorage.getItem(KEY);
    return isLanguage(kept) ? kept : null;
  } catch {
    return null;
  }
}

function keep(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // The choice holds for this page; the next one asks the browser again.
  }
}

/** Begins in the language that was chosen, else in one the browser asks for; keeps the next choice. The page says which it is. */
export function followLanguage(store: AppStore): void {
  const say = (language: Language) => {
    document.documentElement.lang = language;
  };
  const first = keptLanguage() ?? languageOf(navigator.languages);
  store.setState({ language: first });
  say(first);
  store.subscribe(({ language }, before) => {
    if (language === before.language) return;
    say(language);
    keep(language);
  });
}
