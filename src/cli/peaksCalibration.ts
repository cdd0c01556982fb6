import { readableJson } from '../io';
import { readPeaksFile } from '../io/peaksFile';
import {
  calibratePeaks,
  FACTOR_BOUNDS,
  withCorrections,
  type PeakCalibration,
  type PeakFit,
} from '../study/peaks';
import { EXIT, required, usageFailure, type ExitCode } from './exit';
import { fileName, readText } from './files';
import { nodeEngine } from './nodeEngine';
import { writeResults } from './resultFiles';
import { loadDistrict, loadScenario, runInputOf, stepOf, workersOf } from './runInput';
import { counted, kiloWatt, tableText } from './studies/studyText';

export const PEAKS_USAGE =
  'calibrate district.json --peaks FILE.csv [--edits edits.json] [--weather FILE.epw] [--step 15min|1h] [--workers N] [--out edits.json]';

export interface PeaksValues {
  readonly peaks: string;
  readonly edits?: string | undefined;
  readonly weather?: string | undefined;
  readonly step?: string | undefined;
  readonly workers?: string | undefined;
  readonly out?: string | undefined;
}

/** Moves the electricity of the households behind measured transformers and feeders until the peaks meet, and shows what is left. */
export async function calibrateToPeaks(path: string | undefined, values: PeaksValues): Promise<ExitCode> {
  if (path === undefined) throw usageFailure('calibrate --peaks takes one district file.', PEAKS_USAGE);
  const loaded = loadDistrict(path, values.weather, values.edits);
  const peaks = required(readPeaksFile(readText(values.peaks), fileName(values.peaks)));
  const input = runInputOf(loaded, loadScenario(undefined, loaded), stepOf(values.step));
  const engine = nodeEngine(workersOf(values.workers));
  try {
    const calibrated = await calibratePeaks(
      ...([loaded.district, loaded.baseEdits, peaks, fileName(values.peaks)] as const),
      (baseEdits) => engine.run({ ...input, baseEdits }),
    );
    const isUnsolved = calibrated.issues.some(({ code }) => code === 'flow-unsolved');
    const found = required(calibrated, isUnsolved ? EXIT.calculationFailed : EXIT.badInput);
    process.stdout.write(`${linesOf(found, input.stepS).join('\n')}\n`);
    const corrections = withCorrections(loaded.baseEdits, found.edits);
    writeResults([{ path: values.out, content: () => `${readableJson(corrections)}\n` }]);
    return EXIT.done;
  } finally {
    engine.dispose();
  }
}

function linesOf({ fits, edits, runs }: PeakCalibration, stepS: number): string[] {
  if (fits.length === 0) return ['No peaks are given: nothing is moved.'];
  const [lower, upper] = FACTOR_BOUNDS;
  const absolute = fits.reduce((total, { residualW }) => total + Math.abs(residualW), 0);
  const before = fits.reduce((total, { place, beforeW }) => total + Math.abs(place.peakW - beforeW), 0);
  return [
    ...tableText({
      columns: [
        'id',
        'kind',
        'measured_kw',
        'before_kw',
        'after_kw',
        'residual_kw',
        'factor',
        'homes',
        'note',
      ],
      rows: fits.map(rowOf),
    }),
    `residuals together: ${kiloWatt(before)} before, ${kiloWatt(absolute)} after; ${counted(runs, 'run')} of the year`,
    `factor on the electricity of the homes behind each, from ${lower} to ${upper}: ${counted(edits.length, 'correction')} of householdElectricity`,
    `Peaks are compared as ${stepS === 3600 ? 'hourly' : '15-minute'} means, in the weather of the run: measured ones have to be means of as long.`,
  ];
}

function rowOf({ place, beforeW, afterW, residualW, factor, atBound, homesAtBound }: PeakFit) {
  const kilo = (powerW: number): number => powerW / 1000;
  const some = homesAtBound > 0 ? ` of ${counted(homesAtBound, 'home')}` : '';
  const bound = atBound === null ? '' : `at the ${atBound} bound${some}: something else is wrong`;
  return [
    ...[place.elementId, place.kind, kilo(place.peakW), kilo(beforeW), kilo(afterW), kilo(residualW)],
    ...[factor, place.homeIds.length, place.homeIds.length === 0 ? 'no home behind it' : bound],
  ];
}
