/** The languages that there is a catalogue for. */
export type Language = 'en' | 'de';
