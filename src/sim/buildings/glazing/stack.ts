import type { GlazingAtAngle, PaneAtAngle } from './types';

/** The same pane seen from the other side. */
export const turned = (pane: PaneAtAngle): PaneAtAngle => ({
  transmittance: pane.transmittance,
  reflectanceFront: pane.reflectanceBack,
  reflectanceBack: pane.reflectanceFront,
});

/** Sum of 1 + x + x² ... over the rounds between two mirrors; nothing ever enters between two perfect ones. */
const rounds = (x: number): number => (x < 1 ? 1 / (1 - x) : 0);

/**
 * Interreflection between panes at one angle and polarisation, light from the front. The panes before a gap and those
 * behind it act as two mirrors facing each other; fluxes in the gap follow in closed form. README eq. 7 and 8.
 */
export function stackOf(panes: readonly PaneAtAngle[]): GlazingAtAngle {
  const count = panes.length;
  // Reflectance of panes i to the last, towards the front.
  const behind: number[] = new Array<number>(count + 1).fill(0);
  for (let i = count - 1; i >= 0; i -= 1) {
    const pane = panes[i]!;
    const next = behind[i + 1]!;
    const through = pane.transmittance * pane.transmittance * next;
    behind[i] = pane.reflectanceFront + through * rounds(pane.reflectanceBack * next);
  }
  const absorptance: number[] = [];
  // Flux towards the inside that meets pane i, all rounds of reflection counted.
  let forward = 1;
  for (let i = 0; i < count; i += 1) {
    const pane = panes[i]!;
    const next = behind[i + 1]!;
    const leaving = forward * pane.transmittance * rounds(pane.reflectanceBack * next);
    const fromFront = forward * (1 - pane.transmittance - pane.reflectanceFront);
    const fromBack = leaving * next * (1 - pane.transmittance - pane.reflectanceBack);
    absorptance.push(Math.max(fromFront + fromBack, 0));
    forward = leaving;
  }
  return { transmittance: forward, reflectance: behind[0]!, absorptance };
}

/** Mean of two polarisations. */
export function unpolarised(s: GlazingAtAngle, p: GlazingAtAngle): GlazingAtAngle {
  return {
    transmittance: (s.transmittance + p.transmittance) / 2,
    reflectance: (s.reflectance + p.reflectance) / 2,
    absorptance: s.absorptance.map((share, pane) => (share + p.absorptance[pane]!) / 2),
  };
}
