import { useId, useMemo, useState, type FormEvent } from 'react';
import type { Scenario } from '../../model/scenario';
import type { PeakPrice, Tariff } from '../../model/tariff';
import { useActions, useSpeech } from '../../state';
import { tariffProblems, withOwnTariffs, withTariff } from '../../state/tariffs/ownTariffs';
import { IssueTable } from '../dialogs/ImportDialog';
import { EnergyPart } from './EnergyPart';
import { NumberField } from './NumberField';
import { PriceCells, PriceHeads } from './PriceRow';
import { TariffBillTable } from './TariffBillTable';

const PERCENT = 100;
const FIRST_PEAK: PeakPrice = { perKWMonth: { supplier: 0, grid: 0, levies: 0 }, leastKW: 0 };

interface TariffFormProps {
  readonly tariff: Tariff;
  readonly scenario: Scenario;
  readonly onDone: () => void;
}

/** A tariff of the scenario's own, part by part. What stands in its way is said as it is typed; taking it is one step. */
export function TariffForm({ tariff, scenario, onDone }: TariffFormProps) {
  const actions = useActions();
  const { words } = useSpeech();
  const [draft, setDraft] = useState(tariff);
  const own = useMemo(() => withTariff(scenario, draft), [scenario, draft]);
  const problems = useMemo(() => tariffProblems(own, scenario), [own, scenario]);
  const drafted = useMemo(
    () => (problems.length === 0 ? withOwnTariffs(scenario, own) : null),
    [problems, scenario, own],
  );
  const put = (part: Partial<Tariff>) => setDraft({ ...draft, ...part });
  const props = { draft, put, replace: setDraft };
  const isNamed = draft.name.trim() !== '' && draft.source.trim() !== '';
  const take = (event: FormEvent) => {
    event.preventDefault();
    if (problems.length > 0 || !isNamed) return;
    if (JSON.stringify(draft) !== JSON.stringify(tariff))
      actions.setTariffs(words('tariffs.steps.edit', { name: draft.name }), own);
    onDone();
  };
  return (
    <form
      className="tariff-form"
      aria-label={words('tariffs.form.label', { name: tariff.name })}
      onSubmit={take}
    >
      <Facts {...props} />
      <Parts {...props} />
      <h4>{words('tariffs.form.energy')}</h4>
      <EnergyPart {...props} />
      <div role="status">
        {problems.length === 0 ? null : (
          <p className="bad-text">{words('tariffs.form.problems', { count: problems.length })}</p>
        )}
      </div>
      {problems.length === 0 ? null : <IssueTable issues={problems} />}
      <TariffBillTable scenario={scenario} draft={drafted} />
      <p className="row wrap">
        <button type="submit" className="button small primary" disabled={problems.length > 0 || !isNamed}>
          {words('tariffs.form.take')}
        </button>
        <button type="button" className="button small" onClick={onDone}>
          {words('tariffs.form.cancel')}
        </button>
      </p>
    </form>
  );
}

export interface PartProps {
  readonly draft: Tariff;
  readonly put: (part: Partial<Tariff>) => void;
  readonly replace: (draft: Tariff) => void;
}

function Facts({ draft, put }: PartProps) {
  const { words } = useSpeech();
  const { name, operator, source, year, vatShare, feedInPerKWh } = draft;
  return (
    <div className="tariff-facts">
      <TextField label={words('tariffs.form.name')} value={name} onText={(text) => put({ name: text })} />
      <TextField
        label={words('tariffs.form.operator')}
        value={operator}
        onText={(text) => put({ operator: text })}
      />
      <TextField
        label={words('tariffs.form.source')}
        value={source}
        // A source of one's own is an estimate of one's own until somebody looks it up.
        onText={(text) => put({ source: text, quality: 'personal_estimation' })}
      />
      <span>
        <NumberField
          isLabelled
          label={words('tariffs.form.year')}
          value={year}
          onValue={(value) => put({ year: value })}
        />
      </span>
      <span>
        <NumberField
          isLabelled
          label={words('tariffs.form.vat')}
          value={Math.round(vatShare * PERCENT * PERCENT) / PERCENT}
          onValue={(value) => put({ vatShare: value / PERCENT })}
        />
      </span>
      <span>
        <NumberField
          isLabelled
          label={words('tariffs.form.feedIn')}
          value={feedInPerKWh}
          onValue={(value) => put({ feedInPerKWh: value })}
        />
      </span>
    </div>
  );
}

function TextField({
  label,
  value,
  onText,
}: {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
}) {
  const id = useId();
  return (
    <span>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        maxLength={500}
        value={value}
        aria-invalid={value.trim() === ''}
        onChange={(event) => onText(event.target.value)}
      />
    </span>
  );
}

/** Connection, contracted power and monthly peak, by who receives them. */
function Parts({ draft, put, replace }: PartProps) {
  const { words } = useSpeech();
  const { connectionPerYear, contractedPerKWYear, peak } = draft;
  const setPeak = (changed: PeakPrice | null) => {
    if (changed !== null) return put({ peak: changed });
    const { peak: _, ...rest } = draft;
    replace(rest);
  };
  return (
    <>
      <table className="prices">
        <thead>
          <tr>
            <th scope="col">{words('tariffs.form.part')}</th>
            <PriceHeads />
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{words('tariffs.form.connection')}</th>
            <PriceCells
              part={words('tariffs.form.connection')}
              price={connectionPerYear}
              onPrice={(price) => put({ connectionPerYear: price })}
            />
          </tr>
          <tr>
            <th scope="row">{words('tariffs.form.contracted')}</th>
            <PriceCells
              part={words('tariffs.form.contracted')}
              price={contractedPerKWYear}
              onPrice={(price) => put({ contractedPerKWYear: price })}
            />
          </tr>
          {peak === undefined ? null : (
            <tr>
              <th scope="row">{words('tariffs.form.peak')}</th>
              <PriceCells
                part={words('tariffs.form.peak')}
                price={peak.perKWMonth}
                onPrice={(price) => setPeak({ ...peak, perKWMonth: price })}
              />
            </tr>
          )}
        </tbody>
      </table>
      <p className="row wrap">
        <label className="row">
          <input
            type="checkbox"
            checked={peak !== undefined}
            onChange={() => setPeak(peak === undefined ? FIRST_PEAK : null)}
          />
          {words('tariffs.form.hasPeak')}
        </label>
        {peak === undefined ? null : (
          <NumberField
            isLabelled
            label={words('tariffs.form.leastKW')}
            value={peak.leastKW}
            onValue={(leastKW) => setPeak({ ...peak, leastKW })}
          />
        )}
      </p>
    </>
  );
}
