/** One ReadingType with its readings, written as an Atom feed of the kind utilities publish. */
export interface FeedPart {
  readonly id: string;
  readonly type: Readonly<Record<string, string | number>>;
  readonly readings: readonly {
    readonly start: number | string;
    readonly duration?: number | string;
    readonly value: number | string;
  }[];
}

export const EASTERN = {
  dstEndRule: 'B40E2000',
  dstOffset: 3600,
  dstStartRule: '360E2000',
  tzOffset: -18000,
};

const BASE = 'https://example.org/espi/1_1/resource';
const elements = (fields: Readonly<Record<string, string | number>>) =>
  Object.entries(fields)
    .map(([name, value]) => `<espi:${name}>${value}</espi:${name}>`)
    .join('');

function entry(links: readonly (readonly [rel: string, path: string])[], content: string): string {
  const hrefs = links.map(([rel, path]) => `<link rel="${rel}" href="${BASE}/${path}"/>`).join('');
  return `<entry>${hrefs}<content>\n${content}\n</content></entry>`;
}

export function feed(
  parts: readonly FeedPart[],
  localTime: Readonly<Record<string, string | number>> | null = EASTERN,
): string {
  const point = 'RetailCustomer/1/UsagePoint/1';
  const entries = parts.flatMap(({ id, type, readings }) => {
    const reading = `${point}/MeterReading/${id}`;
    const rows = readings.map(
      ({ start, duration, value }) =>
        `<espi:IntervalReading><espi:timePeriod>${duration === undefined ? '' : `<espi:duration>${duration}</espi:duration>`}<espi:start>${start}</espi:start></espi:timePeriod><espi:value>${value}</espi:value></espi:IntervalReading>`,
    );
    return [
      entry(
        [
          ['self', reading],
          ['up', `${point}/MeterReading`],
          ['related', `${reading}/IntervalBlock`],
          ['related', `ReadingType/${id}`],
        ],
        '<espi:MeterReading/>',
      ),
      entry([['self', `ReadingType/${id}`]], `<espi:ReadingType>${elements(type)}</espi:ReadingType>`),
      entry(
        [
          ['self', `${reading}/IntervalBlock/1`],
          ['up', `${reading}/IntervalBlock`],
        ],
        `<espi:IntervalBlock>\n${rows.join('\n')}\n</espi:IntervalBlock>`,
      ),
    ];
  });
  const local =
    localTime === null
      ? []
      : [
          entry(
            [['self', 'LocalTimeParameters/01']],
            `<espi:LocalTimeParameters>${elements(localTime)}</espi:LocalTimeParameters>`,
          ),
        ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xmlns:espi="http://naesb.org/espi">\n${[...local, ...entries].join('\n')}\n</feed>\n`;
}

export const HOURLY_WH = {
  accumulationBehaviour: 4,
  commodity: 1,
  flowDirection: 1,
  intervalLength: 3600,
  kind: 12,
  powerOfTenMultiplier: 0,
  uom: 72,
};
