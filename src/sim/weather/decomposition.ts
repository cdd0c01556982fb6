/** Global irradiance parted into direct and diffuse. */
export interface Decomposition {
  readonly dniWPerM2: number;
  readonly dhiWPerM2: number;
  /** Global over extraterrestrial on the horizontal. */
  readonly clearness: number;
}

/** Below this cosine of the zenith angle the clearness is not let grow (86.3 degrees). */
const MIN_COS_ZENITH = 0.065;
/** At and beyond 87 degrees the direct part is taken as none. */
const LAST_COS_ZENITH = 0.052336;

/**
 * Direct and diffuse irradiance from the global one on the horizontal: Erbs, Klein and Duffie, Solar Energy 28 (1982)
 * 293. For weather that has no more than that. README eq. 26.
 */
export function erbsDecomposition(
  ghiWPerM2: number,
  cosZenith: number,
  extraterrestrialWPerM2: number,
): Decomposition {
  const horizontal = extraterrestrialWPerM2 * Math.max(cosZenith, MIN_COS_ZENITH);
  const k = Math.min(Math.max(ghiWPerM2 / horizontal, 0), 1);
  let diffuseShare = 0.165;
  if (k <= 0.22) diffuseShare = 1 - 0.09 * k;
  else if (k <= 0.8) diffuseShare = 0.9511 + k * (-0.1604 + k * (4.388 + k * (-16.638 + k * 12.336)));
  if (cosZenith < LAST_COS_ZENITH) return { dniWPerM2: 0, dhiWPerM2: ghiWPerM2, clearness: k };
  const dhiWPerM2 = diffuseShare * ghiWPerM2;
  return { dniWPerM2: (ghiWPerM2 - dhiWPerM2) / cosZenith, dhiWPerM2, clearness: k };
}
