import type { ZipShares } from '../../model/voltageDependence';

/** The polynomials are fits of measurements; outside these voltages the value at the edge holds. */
const LOWEST_PU = 0.85;
const HIGHEST_PU = 1.15;

/** g(u) = z u^2 + i u + p, u in pu of nominal voltage. */
export function zipAt({ impedance, current, power }: ZipShares, vPu: number): number {
  const u = vPu < LOWEST_PU ? LOWEST_PU : vPu > HIGHEST_PU ? HIGHEST_PU : vPu;
  return (impedance * u + current) * u + power;
}
