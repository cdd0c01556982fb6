import { readGreenButton, readMeterCsv, type MeterChoices, type MeterOutcome } from '../../io/meterData';

/** CSV or Green Button, known by its first character. The readers come with the first file, not with the page. */
export function readMeterFile(text: string, fileName: string, choices: MeterChoices): MeterOutcome {
  const isXml = text.trimStart().replace('\ufeff', '').startsWith('<');
  return (isXml ? readGreenButton : readMeterCsv)(text, fileName, choices);
}
