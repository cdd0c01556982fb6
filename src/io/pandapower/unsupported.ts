import type { Reading } from './reading';

/** Elements without a counterpart in a circuit, by table, and what can be done instead. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  gen: 'Replace voltage-controlled generators by sgen with the reactive power they deliver (or slack=True, which is read).',
  xward: 'Replace extended wards by ward.',
  dcline: 'Replace a DC line by a load and an sgen.',
  svc: 'Replace it by a shunt or sgen of the reactive power it delivers.',
  ssc: 'Replace it by an sgen of the reactive power it delivers.',
  vsc: 'Replace it by an sgen or load of the power it carries.',
  vsc_stacked: 'Replace it by an sgen or load of the power it carries.',
  vsc_bipolar: 'Replace it by an sgen or load of the power it carries.',
  tcsc: 'Replace it by an impedance.',
  line_dc: 'DC networks are not read.',
  load_dc: 'DC networks are not read.',
  source_dc: 'DC networks are not read.',
};

/** Names every element in service that cannot be read, and what is left aside. */
export function refuseUnsupported(reading: Reading): void {
  for (const [table, remedy] of Object.entries(UNSUPPORTED)) {
    for (const row of reading.rows(table)) {
      if (!row.flag('in_service', true)) continue;
      if (table === 'gen' && row.flag('slack', false)) continue;
      reading.log.error({
        code: `pandapower-${table}`,
        where: row.where,
        message: `${row.where} is in service, and elements of the table "${table}" cannot be read.`,
        remedy,
      });
    }
  }
  const controllers = reading.rows('controller').length;
  if (controllers > 0) {
    reading.log.warning({
      code: 'pandapower-controller',
      where: 'controller',
      value: String(controllers),
      message: `${controllers} controllers are left aside; taps and powers stay as they stand in the net.`,
      remedy: 'Run them in pandapower and save the net afterwards.',
    });
  }
}
