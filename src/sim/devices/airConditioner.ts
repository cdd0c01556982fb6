/** EER at 20, 25, 30, 35 degC outdoors: medians of 2,654 Keymark certificates (hplib 125c2ef6), README eq. 4. */
const EER = [6.51, 5.35, 4.13, 3.02] as const;
const MIN_EER = 1.5;

/** Energy efficiency ratio by outdoor temperature: straight lines, held below 20 degC, extrapolated above 35 degC. */
export function airConditionerEer(outdoorDegC: number): number {
  if (outdoorDegC <= 20) return EER[0];
  const segment = Math.min(2, Math.floor((outdoorDegC - 20) / 5));
  const share = (outdoorDegC - 20) / 5 - segment;
  return Math.max(MIN_EER, EER[segment]! + share * (EER[segment + 1]! - EER[segment]!));
}
