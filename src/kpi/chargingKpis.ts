import type { Kpi, KpiInput } from './districtKpis';

/** What cars that keep to their station's limit lacked at departure. */
export function chargingKpis({ charging }: KpiInput): Kpi[] {
  return [
    {
      id: 'chargingUnserved',
      label: 'Charging not served',
      value:
        charging === undefined ? 0 : charging.unservedJ.reduce((total, unservedJ) => total + unservedJ, 0),
      unit: 'J',
      definition:
        'Energy that cars still lacked when they left, because the limit of their station had no room for it while they stood at home; what is still open at the end of the year is not in it. 0 where no car keeps to such a limit: all other cars get what they ask for.',
      boundary: 'All cars of the district that charge at home, one year',
      source: 'Gridtwin engine: building loads and three-phase power flow of every step',
      betterWhen: 'lower',
    },
  ];
}
