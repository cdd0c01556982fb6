import { useId } from 'react';
import { nameOfBuilding, subjectOf, useAppState } from '../../state';
import { BuildingCard } from './BuildingCard';
import { EffectSection } from './EffectSection';
import { FindBuilding } from './FindBuilding';
import { MeasuresSection } from './MeasuresSection';
import { MeterSection } from './MeterSection';
import { PackagesSection } from './PackagesSection';
import { Section } from './Section';
import { useTexts } from './useTexts';

/** One building: find it, hold it against its meter, choose measures, and see what they do to it and to its connection. */
export function BuildingMode() {
  const { words } = useTexts();
  const heading = useId();
  const subject = useAppState(subjectOf);
  return (
    <aside className="panel building-mode" aria-labelledby={heading} data-testid="building-mode">
      <header className="building-head">
        <h2 id={heading}>{words('building.title')}</h2>
        <p className="muted">{words('building.lead')}</p>
        {subject === null ? null : (
          <p className="print-only print-head">
            {words('building.packages.printHead', { name: nameOfBuilding(subject) })}
          </p>
        )}
      </header>
      <Section number={1} title={words('building.sections.building')}>
        <FindBuilding />
        {subject === null ? null : <BuildingCard building={subject} />}
      </Section>
      {subject === null ? null : (
        <>
          <Section number={2} title={words('building.sections.meter')}>
            <MeterSection key={subject.id} building={subject} />
          </Section>
          <Section number={3} title={words('building.sections.measures')}>
            <MeasuresSection building={subject} />
          </Section>
          <Section number={4} title={words('building.sections.effect')}>
            <EffectSection building={subject} />
          </Section>
          <Section number={5} title={words('building.sections.packages')}>
            <PackagesSection building={subject} />
          </Section>
        </>
      )}
    </aside>
  );
}
