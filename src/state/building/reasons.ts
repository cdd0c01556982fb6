/** What the measures say against themselves, by sentence: keys of the catalogue with what is filled in. */
const SENTENCES = [
  ['replaces', /^It is heated with (.+), which this does not replace\.$/, ['heating']],
  ['protected', /^(?:The )?(.+?) of this building may not be changed\.$/, []],
  ['worked', /has been worked on already; nothing is counted twice\.$/, []],
  ['package', /^The whole envelope has been refurbished already; nothing is counted twice\.$/, []],
  [
    'goodEnough',
    /has ([\d.]+) W\/\(m2 K\), no more than the ([\d.]+) that are left alone\.$/,
    ['is', 'limit'],
  ],
  ['windows', /^The windows have ([\d.]+) W\/\(m2 K\); new ones with ([\d.]+)/, ['is', 'limit']],
  [
    'tight',
    /^Only ([\d.]+) air changes per hour come through gaps, no more than the ([\d.]+)/,
    ['is', 'limit'],
  ],
  ['panels', /^There are panels on the roof already\.$/, []],
  ['noPanels', /^There are no panels, so there is nothing to store\.$/, []],
  ['battery', /^There is a battery already\.$/, []],
  ['tank', /^There is a tank already\.$/, []],
  ['noTank', /^There is no household here; other uses have no tank in this model\.$/, []],
  ['noHousehold', /^There is no household here\.$/, []],
  ['noHeatPump', /^There is no heat pump here\.$/, []],
  ['avoids', /^Its heating avoids the peak already\.$/, []],
  ['cooled', /^The building is cooled already\.$/, []],
  ['lamps', /^Lamps of homes are part/, []],
  ['noAir', /^No outdoor air for people is assumed here/, []],
  ['recovers', /^Its outdoor air counts/, []],
  ['young', /^It was built in (\d+), to a standard/, ['year']],
  ['cars', /^The cars of this building are in the package already: (.+)\.$/, []],
  ['notHeated', /^The building is not heated\.$/, []],
  ['keptWarm', /^The use keeps its rooms warm day and night\.$/, []],
  ['setback', /^The set-back is at ([\d.]+) degC already\.$/, ['is']],
  ['present', /^It is heated only while people are in already\.$/, []],
  ['setpoint', /^Its set-point is ([\d.]+) degC, no more than while nobody is in\.$/, ['is']],
  ['tariff', /^Its households buy under such a tariff already\.$/, []],
  ['display', /^Its households see what they use already\.$/, []],
  ['nothing', /^It would change nothing at this building\.$/, []],
] as const satisfies readonly (readonly [string, RegExp, readonly string[]])[];

export type ReasonKey = (typeof SENTENCES)[number][0];

/** What the heating systems are called in those sentences. */
const HEATED_WITH: Readonly<Record<string, string>> = {
  'a gas boiler': 'gasBoiler',
  'an oil boiler': 'oilBoiler',
  'district heat': 'districtHeat',
  'direct electricity': 'directElectric',
  'an air-source heat pump': 'airHeatPump',
  'a ground-source heat pump': 'groundHeatPump',
  nothing: 'none',
};

export interface Reason {
  readonly key: ReasonKey;
  readonly values: Readonly<Record<string, string>>;
}

/** A refusal by its key, so that it can be said in another language; null for a sentence that nobody has translated. */
export function reasonOf(sentence: string): Reason | null {
  for (const [key, pattern, names] of SENTENCES) {
    const match = pattern.exec(sentence);
    if (match === null) continue;
    const values = Object.fromEntries(names.map((name, at) => [name, match[at + 1] ?? '']));
    const { heating } = values as { heating?: string };
    return { key, values: heating === undefined ? values : { heating: HEATED_WITH[heating] ?? heating } };
  }
  return null;
}
