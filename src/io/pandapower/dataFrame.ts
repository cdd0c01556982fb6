export type Cell = string | number | boolean | null;

/** A column of a pandas table: its name and pandas' type, which pandapower casts to. */
export interface Column {
  readonly name: string;
  readonly type: 'object' | 'float64' | 'bool' | 'uint32' | 'int32';
}

/** Name and type in one word, as `p_mw:float64`. */
export function columns(words: string): readonly Column[] {
  return words
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const [name = '', type = 'float64'] = word.split(':');
      return { name, type: type as Column['type'] };
    });
}

export type Row = Readonly<Record<string, Cell>>;

/** A table as `pandapower.to_json` writes it; NaN becomes null. */
export function dataFrame(layout: readonly Column[], rows: readonly Row[]): Record<string, unknown> {
  const data = rows.map((row) => layout.map(({ name }) => plainCell(row[name])));
  const body = { columns: layout.map(({ name }) => name), index: rows.map((_, k) => k), data };
  return {
    _module: 'pandas.core.frame',
    _class: 'DataFrame',
    _object: JSON.stringify(body),
    orient: 'split',
    dtype: Object.fromEntries(layout.map(({ name, type }) => [name, type])),
    is_multiindex: false,
    is_multicolumn: false,
  };
}

function plainCell(cell: Cell | undefined): Cell {
  if (cell === undefined) return null;
  return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell;
}

export const LAYOUTS = {
  bus: columns('name:object vn_kv type:object zone:object in_service:bool geo:object'),
  load: columns(
    'name:object bus:uint32 p_mw q_mvar const_z_p_percent const_z_q_percent const_i_p_percent const_i_q_percent sn_mva scaling in_service:bool type:object',
  ),
  sgen: columns(
    'name:object bus:int32 p_mw q_mvar sn_mva scaling in_service:bool type:object current_source:bool',
  ),
  storage: columns(
    'name:object bus:int32 p_mw q_mvar sn_mva soc_percent min_e_mwh max_e_mwh scaling in_service:bool type:object',
  ),
  asymmetric_load: columns(
    'name:object bus:uint32 p_a_mw q_a_mvar p_b_mw q_b_mvar p_c_mw q_c_mvar sn_mva scaling in_service:bool type:object',
  ),
  asymmetric_sgen: columns(
    'name:object bus:int32 p_a_mw q_a_mvar p_b_mw q_b_mvar p_c_mw q_c_mvar sn_mva scaling in_service:bool type:object current_source:bool',
  ),
  switch: columns('bus:int32 element:int32 et:object type:object closed:bool name:object z_ohm in_ka'),
  shunt: columns('bus:uint32 name:object q_mvar p_mw vn_kv step:uint32 max_step:uint32 in_service:bool'),
  ext_grid: columns(
    'name:object bus:uint32 vm_pu va_degree slack_weight in_service:bool s_sc_max_mva rx_max x0x_max r0x0_max',
  ),
  line: columns(
    'name:object std_type:object from_bus:uint32 to_bus:uint32 length_km r_ohm_per_km x_ohm_per_km c_nf_per_km g_us_per_km max_i_ka df parallel:uint32 type:object in_service:bool r0_ohm_per_km x0_ohm_per_km c0_nf_per_km',
  ),
  trafo: columns(
    'name:object std_type:object hv_bus:uint32 lv_bus:uint32 sn_mva vn_hv_kv vn_lv_kv vk_percent vkr_percent pfe_kw i0_percent shift_degree tap_side:object tap_neutral tap_min tap_max tap_step_percent tap_step_degree tap_pos tap_changer_type:object parallel:uint32 df in_service:bool vector_group:object',
  ),
} as const;

export type WrittenTable = keyof typeof LAYOUTS;
