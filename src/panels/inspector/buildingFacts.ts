import type { Building, DailyHours } from '../../model/building';
import type { Speech } from '../../state/view';
import type { FigureId } from './figureOrigins';

type Origin = 'given' | 'derived' | 'assumed';
interface Fact {
  readonly label: string;
  readonly value: string;
  readonly from: Origin | '';
  /** As its name explains it; a fact that is no figure explains itself. */
  readonly figure?: FigureId;
}

/** What a building is, each fact with where it comes from; what a measure has put in comes from nowhere. */
export function factsOf(building: Building, floorM2: number, speech: Speech): readonly Fact[] {
  const { words, number } = speech;
  const { evidence, connection } = building;
  const built = `${building.constructionYear}, ${words(`facts.envelopes.${building.envelope}`)}`;
  const storeys = words('inspector.building.storeys', { count: building.levels });
  const fact = (attribute: keyof typeof evidence, label: string, value: string, figure?: FigureId): Fact => ({
    ...{ label, value, from: evidence[attribute] ?? 'given' },
    ...(figure === undefined ? {} : { figure }),
  });
  return [
    fact('use', words('inspector.building.use'), words(`facts.uses.${building.use}`)),
    fact('constructionYear', words('inspector.building.built'), built, 'built'),
    fact('levels', words('inspector.building.area'), `${number(floorM2)} m², ${storeys}`, 'area'),
    fact('households', words('inspector.building.households'), String(building.households), 'households'),
    fact('heating', words('inspector.building.heating'), words(`facts.heatings.${building.heating}`)),
    ...deviceFacts(building, speech),
    fact(
      'connection',
      words('inspector.building.connection'),
      connection === null
        ? words('inspector.building.noConnection')
        : words('inspector.building.connectionValue', {
            phases: connection.phases.join(' '),
            fuse: connection.mainFuseA,
          }),
      'connection',
    ),
  ];
}

function deviceFacts(building: Building, { words, number, quantity }: Speech): readonly Fact[] {
  const { photovoltaics, vehicles, battery, flexibleHeating } = building;
  const facts: Fact[] = [];
  const add = (figure: FigureId, label: string, value: string) =>
    facts.push({ label, value, from: '', figure });
  if (photovoltaics !== null) {
    const power = quantity(photovoltaics.peakW, 'W');
    const peak = words('inspector.building.peak', { power });
    add('photovoltaics', words('inspector.building.photovoltaics'), peak);
  }
  if (vehicles !== null) {
    const charged = words(`facts.charging.${vehicles.control}`);
    add('vehicles', words('inspector.building.cars'), `${vehicles.count}, ${charged}`);
  }
  if (battery !== undefined) {
    const control = words(`facts.battery.${battery.control.kind}`);
    const text = `${number(battery.capacityJ / 3.6e6)} kWh, ${control}`;
    add('homeBattery', words('inspector.building.battery'), text);
  }
  if (flexibleHeating !== undefined) {
    const { fromHour, toHour }: DailyHours = flexibleHeating.peakHours;
    const text = words('inspector.building.hours', { from: fromHour, to: toHour });
    add('flexibleHeating', words('inspector.building.avoids'), text);
  }
  return facts;
}
