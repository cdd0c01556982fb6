import type { QualityClass } from '../../model/building';
import { fail, succeed, type Outcome } from '../../model/outcome';
import { J_PER_KWH } from '../../units/suffixes';

/** Marginal intensities answer "what changes if we use more", never "what do we emit". They come with their label. */
export interface MarginalIntensity {
  readonly kgPerKwh: ArrayLike<number>;
  /** Which margin and whose, for example "short-run operating margin, zone DE". */
  readonly label: string;
  readonly source: string;
  readonly quality: QualityClass;
}

export interface MarginalChange {
  readonly kind: 'marginal';
  readonly changeKg: number;
  readonly label: string;
  readonly source: string;
  readonly quality: QualityClass;
}

/** Change of emissions for a change of imports (scenario less baseline, J a step); refused without a label. */
export function marginalChange(
  changeJ: ArrayLike<number>,
  intensity: MarginalIntensity,
): Outcome<MarginalChange> {
  const { kgPerKwh, label, source, quality } = intensity;
  if (label.trim() === '' || kgPerKwh.length !== changeJ.length) {
    return fail([
      {
        severity: 'error',
        code: 'carbon-marginal',
        source: 'carbon',
        field: label.trim() === '' ? 'label' : 'kgPerKwh',
        value: label.trim() === '' ? label : String(kgPerKwh.length),
        message: 'A marginal factor needs a label and one value for every step.',
        remedy: 'Say which margin it is, and give as many values as steps; or use the average intensity.',
      },
    ]);
  }
  let changeKg = 0;
  for (let step = 0; step < changeJ.length; step += 1) {
    changeKg += (changeJ[step]! / J_PER_KWH) * kgPerKwh[step]!;
  }
  return succeed({ kind: 'marginal', changeKg, label, source, quality });
}
