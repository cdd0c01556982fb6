import { loadLanguage, loadLateWords } from '../../src/words';

/** The core's tests read both catalogues; a page fetches the German one when it speaks German. */
await loadLanguage('de');
await loadLateWords();
