/** The columns of each table, declared once; README.md explains them. A column with a default may be left out. */
export const TABLES = ['buses', 'lines', 'transformers', 'connections', 'sources', 'switches'] as const;
export type TableName = (typeof TABLES)[number];

/** Columns a CSV table cannot do without. Drawings may leave out the buses: those come from the geometry. */
export const NEEDED: Readonly<Record<TableName, readonly string[]>> = {
  buses: ['id'],
  lines: ['id', 'from_bus', 'to_bus', 'length_m', 'r1_ohm_per_km', 'x1_ohm_per_km'],
  transformers: ['id', 'from_bus', 'to_bus', 'rated_kva', 'from_kv', 'to_kv', 'uk_percent'],
  connections: ['id', 'bus', 'p_kw'],
  sources: ['id', 'bus', 'kv'],
  switches: ['id', 'from_bus', 'to_bus'],
};

/** Columns that have a default. */
export const OPTIONAL: Readonly<Record<TableName, readonly string[]>> = {
  buses: ['kv', 'x_m', 'y_m'],
  lines: [
    ...['r0_ohm_per_km', 'x0_ohm_per_km', 'c1_nf_per_km', 'c0_nf_per_km'],
    ...['rated_a', 'phases', 'parallel', 'in_service'],
  ],
  transformers: [
    ...[
      'load_loss_kw',
      'no_load_loss_kw',
      'no_load_current_percent',
      'vector_group',
      'tap_percent',
      'in_service',
    ],
  ],
  connections: ['q_kvar', 'phases', 'kind', 'connection', 'model', 'rated_v', 'in_service'],
  sources: ['voltage_pu', 'angle_deg', 'short_circuit_mva', 'r_over_x', 'in_service'],
  switches: ['closed', 'rated_a', 'phases'],
};

/** Which table a property of a GeoJSON feature means: `kind`, or the kind of geometry. */
export const KIND_WORDS: Readonly<Record<string, TableName>> = {
  bus: 'buses',
  line: 'lines',
  cable: 'lines',
  transformer: 'transformers',
  connection: 'connections',
  load: 'connections',
  source: 'sources',
  switch: 'switches',
};
