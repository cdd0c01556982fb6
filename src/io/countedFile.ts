import type { Kpi } from '../kpi';

/** Indicators that were counted beside a year; a value that cannot be told is null in the file. */
interface CountedFile {
  /** Of the year they belong to. */
  readonly inputHash: string;
  readonly kpis: readonly (Omit<Kpi, 'value'> & { readonly value: number | null })[];
}

/** The indicators of a year as a file beside it; the keys of each stand in the order in which it was made. */
export function writeCountedFile(inputHash: string, kpis: readonly Kpi[]): string {
  const file: CountedFile = {
    inputHash,
    kpis: kpis.map((kpi) => ({ ...kpi, value: Number.isFinite(kpi.value) ? kpi.value : null })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Null where the file is none, or of another year: such figures are counted again. */
export function readCountedFile(text: string, inputHash: string): readonly Kpi[] | null {
  try {
    const file = JSON.parse(text) as CountedFile;
    if (file.inputHash !== inputHash) return null;
    return file.kpis.map((kpi) => ({ ...kpi, value: kpi.value ?? Number.NaN }));
  } catch {
    return null;
  }
}
