import { fail, succeed, type Outcome } from '../../model/outcome';

/** The three dimensions and seven sub-dimensions of the set (Verification Manual 2022, pp. 11 and 15). */
export const DIMENSIONS = {
  EC: { name: 'Economy', subDimensions: { ICT: 'ICT', P: 'Productivity', I: 'Infrastructure' } },
  EN: { name: 'Environment', subDimensions: { EN: 'Environment', E: 'Energy' } },
  SC: {
    name: 'Society & Culture',
    subDimensions: { EH: 'Education, Health & Culture', SH: 'Safety, Housing & Social Inclusion' },
  },
} as const satisfies Readonly<
  Record<string, { name: string; subDimensions: Readonly<Record<string, string>> }>
>;
export type Dimension = keyof typeof DIMENSIONS;

/** `DIM: SUB: CAT: nT`, T = C for core (all cities), A for advanced. */
const GRAMMAR = /^(EC|EN|SC): ([A-Z]+): ([A-Z]+): (\d+)([CA])$/;

export interface U4sscCode {
  readonly dimension: Dimension;
  readonly subDimension: string;
  readonly category: string;
  readonly number: number;
  readonly level: 'core' | 'advanced';
}

export function parseU4sscCode(text: string): Outcome<U4sscCode> {
  const match = GRAMMAR.exec(text);
  const dimension = match?.[1] as Dimension | undefined;
  const subDimension = match?.[2] ?? '';
  if (!match || !dimension || !(subDimension in DIMENSIONS[dimension].subDimensions)) {
    return fail([
      {
        severity: 'error',
        code: 'u4ssc-code',
        source: 'U4SSC indicators',
        value: text.slice(0, 60),
        message: 'This is no code of a U4SSC indicator.',
        remedy: 'Write it as in "EC: ICT: ES: 3A", with single spaces and a sub-dimension of its dimension.',
      },
    ]);
  }
  return succeed({
    dimension,
    subDimension,
    category: match[3]!,
    number: Number(match[4]),
    level: match[5] === 'C' ? 'core' : 'advanced',
  });
}
