import type { Property } from './definitions';
import { evaluate } from './numbers';
import { connection, CONNECTIONS, integer, positive, real, reals, text, unused } from './properties';
import { ratings, setKva, setWindings, type TransformerObject, type WindingObject } from './windings';

function ofWinding(
  name: string,
  set: (winding: WindingObject, value: number) => void,
): Property<TransformerObject> {
  return real(name, (unit, value) => set(unit.windings[unit.active]!, value));
}

/** One value a winding; left out ones keep what they have. The last winding is the active one then. */
function ofWindings(
  name: string,
  set: (winding: WindingObject, value: number) => void,
  after: (unit: TransformerObject) => void = () => {},
  accept: (value: number) => boolean = () => true,
): Property<TransformerObject> {
  return {
    name,
    apply(unit, edit) {
      const entries = edit.entries();
      if (entries.length > unit.windings.length) reportSurplus(edit, entries.length, unit.windings.length);
      unit.windings.forEach((winding, i) => {
        const entry = entries[i];
        if (entry === undefined) return;
        const value = evaluate(entry.text, edit.session.variables);
        if (value === undefined || !accept(value))
          edit.reject(
            'dss-number',
            `holds "${entry.text.slice(0, 30)}", which is no proper number here`,
            'Give one number a winding.',
          );
        else set(winding, value);
      });
      unit.active = unit.windings.length - 1;
      after(unit);
    },
  };
}

function reportSurplus(
  edit: Parameters<Property<TransformerObject>['apply']>[1],
  given: number,
  wanted: number,
): void {
  edit.reject(
    'dss-count',
    `has ${given} values for ${wanted} windings; OpenDSS drops the rest`,
    'Give windings= first.',
    'warning',
  );
}

function reactance(name: string, key: 'xHl' | 'xHt' | 'xLt', zero: number): Property<TransformerObject> {
  return real(name, (unit, value) => {
    unit[key] = (value === 0 ? zero : value) / 100;
    unit.xChanged = true;
  });
}

export function sizes(): Property<TransformerObject>[] {
  return [
    integer(
      'phases',
      (unit, value) => {
        unit.phases = value;
      },
      1,
      100,
    ),
    integer('windings', setWindings, 2, 20),
    {
      name: 'wdg',
      apply(unit, edit) {
        const value = edit.integer();
        if (value === undefined) return;
        if (value >= 1 && value <= unit.windings.length) unit.active = value - 1;
        else
          edit.reject('dss-range', `is not one of ${unit.windings.length} windings`, 'Give windings= first.');
      },
    },
  ];
}

export const oneBus: Property<TransformerObject> = text('bus', (unit, value) => {
  unit.windings[unit.active]!.bus = value.toLowerCase();
});

export const allBuses: Property<TransformerObject> = {
  name: 'buses',
  apply(unit, edit) {
    const words = edit.words();
    if (words.length > unit.windings.length) reportSurplus(edit, words.length, unit.windings.length);
    words.slice(0, unit.windings.length).forEach((word, i) => {
      unit.windings[i]!.bus = word.toLowerCase();
    });
    unit.active = unit.windings.length - 1;
  },
};

export function windingValues(): Property<TransformerObject>[] {
  return [
    connection('conn', (unit, value) => {
      unit.windings[unit.active]!.connection = value;
    }),
    positive('kV', (unit, value) => {
      unit.windings[unit.active]!.kv = value;
    }),
    positive('kVA', setKva),
    positive('tap', (unit, value) => {
      unit.windings[unit.active]!.tap = value;
    }),
    ofWinding('%R', (winding, value) => {
      winding.rPu = value / 100;
    }),
    ofWinding('Rneut', (winding, value) => {
      winding.rNeutral = value;
    }),
    ofWinding('Xneut', (winding, value) => {
      winding.xNeutral = value;
    }),
  ];
}

export function windingLists(): Property<TransformerObject>[] {
  const above = (value: number): boolean => value > 0;
  return [
    {
      name: 'conns',
      apply(unit, edit) {
        edit
          .words()
          .slice(0, unit.windings.length)
          .forEach((word, i) => {
            const found = CONNECTIONS.find(
              ([key]) => key === word.toLowerCase() || key.startsWith(word.toLowerCase()),
            );
            if (found === undefined)
              edit.reject('dss-word', `holds "${word}", which is no connection`, 'Give wye or delta.');
            else unit.windings[i]!.connection = found[1];
          });
        unit.active = unit.windings.length - 1;
      },
    },
    ofWindings(
      'kVs',
      (winding, value) => {
        winding.kv = value;
      },
      undefined,
      above,
    ),
    ofWindings(
      'kVAs',
      (winding, value) => {
        winding.kva = value;
      },
      ratings,
      above,
    ),
    ofWindings(
      'taps',
      (winding, value) => {
        winding.tap = value;
      },
      undefined,
      above,
    ),
    reactance('XHL', 'xHl', 7),
    reactance('XHT', 'xHt', 35),
    reactance('XLT', 'xLt', 30),
    reals(
      'Xscarray',
      (unit) => unit.xSc.length,
      (unit, values) => {
        unit.xSc = unit.xSc.map((_, i) => (values[i] ?? 0) / 100);
      },
    ),
    ...unused<TransformerObject>('thermal', 'n', 'm', 'flrise', 'hsrise'),
    real('%loadloss', (unit, value) => {
      unit.windings[0]!.rPu = value / 200;
      unit.windings[1]!.rPu = value / 200;
    }),
    real('%noloadloss', (unit, value) => {
      unit.noLoadLossPercent = value;
    }),
    real('normhkVA', (unit, value) => {
      unit.normHkva = value;
    }),
    real('emerghkVA', (unit, value) => {
      unit.emergHkva = value;
    }),
  ];
}

export function tapRange(): Property<TransformerObject>[] {
  return [
    ofWinding('MaxTap', (winding, value) => {
      winding.maxTap = value;
    }),
    ofWinding('MinTap', (winding, value) => {
      winding.minTap = value;
    }),
    ofWinding('NumTaps', (winding, value) => {
      winding.steps = Math.round(value);
    }),
  ];
}

export const magnetising: Property<TransformerObject>[] = [
  real('%imag', (unit, value) => {
    unit.magnetisingPercent = value;
  }),
  real('ppm_antifloat', (unit, value) => {
    unit.antifloatPpm = value;
  }),
  ofWindings('%Rs', (winding, value) => {
    winding.rPu = value / 100;
  }),
];

export const pairReactances: Property<TransformerObject>[] = [
  reactance('X12', 'xHl', 7),
  reactance('X13', 'xHt', 35),
  reactance('X23', 'xLt', 30),
];
