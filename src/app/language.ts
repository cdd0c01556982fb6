import type { AppStore } from '../state';
import { isLanguage, languageOf, loadLanguage, type Language } from '../words';

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

/** The language once its texts are there; English where they cannot be fetched. */
const readable = (language: Language): Promise<Language> =>
  loadLanguage(language).then(
    () => language,
    () => 'en',
  );

/** Begins in the language that was chosen, else in one the browser asks for; keeps the next choice. The page says which it is. */
export async function followLanguage(store: AppStore): Promise<void> {
  const say = (language: Language) => {
    document.documentElement.lang = language;
  };
  const first = await readable(keptLanguage() ?? languageOf(navigator.languages));
  store.setState({ language: first });
  say(first);
  store.subscribe(({ language }, before) => {
    if (language === before.language) return;
    say(language);
    keep(language);
  });
}
