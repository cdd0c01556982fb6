/** A small net as pandapower writes it: one feeder with a transformer, a line and a load. Tables as lists of records. */
export type Records = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export const SMALL: Records = {
  bus: [
    { name: 'grid', vn_kv: 20, in_service: true },
    { name: 'station', vn_kv: 0.4, in_service: true },
    { name: 'house', vn_kv: 0.4, in_service: true },
  ],
  ext_grid: [
    { name: null, bus: 0, vm_pu: 1.02, va_degree: 0, in_service: true, s_sc_max_mva: 110, rx_max: 0.5 },
  ],
  trafo: [
    {
      ...{
        name: 'T1',
        hv_bus: 0,
        lv_bus: 1,
        sn_mva: 0.4,
        vn_hv_kv: 20,
        vn_lv_kv: 0.4,
        vk_percent: 5,
        vkr_percent: 3,
      },
      ...{ pfe_kw: 1.2, i0_percent: 0.5, shift_degree: 150, parallel: 2, df: 0.9, in_service: true },
      ...{ tap_side: 'hv', tap_neutral: 0, tap_min: -2, tap_max: 2, tap_step_percent: 2.5, tap_pos: -1 },
      ...{ tap_step_degree: null, tap_phase_shifter: false },
    },
  ],
  line: [
    {
      ...{ name: 'L1', from_bus: 1, to_bus: 2, length_km: 0.2, r_ohm_per_km: 0.3, x_ohm_per_km: 0.09 },
      ...{ c_nf_per_km: 200, g_us_per_km: 0, max_i_ka: 0.2, df: 0.8, parallel: 2, in_service: true },
    },
  ],
  load: [{ name: 'D1', bus: 2, p_mw: 0.05, q_mvar: 0.01, scaling: 0.5, in_service: true, type: 'wye' }],
};

/** As `pandapower.to_json` has it: each table a DataFrame in orientation split, held as text. */
export function netText(tables: Records, version = '2.14.0'): string {
  const frames = Object.entries(tables).map(([name, rows]) => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const data = rows.map((row) => columns.map((column) => row[column] ?? null));
    const body = JSON.stringify({ columns, index: rows.map((_, k) => k), data });
    return [name, { _module: 'pandas.core.frame', _class: 'DataFrame', _object: body, orient: 'split' }];
  });
  const inner = { ...Object.fromEntries(frames), version, f_hz: 50, sn_mva: 1, name: '' } as Record<
    string,
    unknown
  >;
  return JSON.stringify({ _module: 'pandapower.auxiliary', _class: 'pandapowerNet', _object: inner });
}

/** SMALL with columns of the first row of one table changed, or with rows added. */
export function withRow(table: string, columns: Readonly<Record<string, unknown>>): Records {
  const [first = {}, ...others] = SMALL[table] ?? [];
  return { ...SMALL, [table]: [{ ...first, ...columns }, ...others] };
}
