import { useId, useState, type DragEvent } from 'react';
import { IssueList } from './IssueList';
import { OVERRIDABLE, type Building, type Overridable } from '../../model/building';
import type { Issue } from '../../model/outcome';
import {
  calibratedNumbers,
  LARGEST_METER_MB,
  useActions,
  useAppState,
  type MeterRefusal,
  type MeterStudy,
} from '../../state';
import { Choice } from '../parts/Choice';
import { Icon } from '../parts/Icon';
import { CalibrateBox } from './CalibrateBox';
import { DoubtedReadings } from './DoubtedReadings';
import { hasEntries, MeterDetected } from './MeterDetected';
import { MeterFit } from './MeterFit';
import { useTexts } from './useTexts';

/** The building's meter: dropped or chosen, checked, held against the model, and used to correct it. */
export function MeterSection({ building }: { readonly building: Building }) {
  const { words } = useTexts();
  const actions = useActions();
  const study = useAppState((state) => state.building.meters[building.id] ?? null);
  const refusal = useAppState(({ building: { meterRefusal } }) =>
    meterRefusal?.buildingId === building.id ? meterRefusal : null,
  );
  if (study === null) {
    return (
      <>
        <p className="muted">{words('building.meter.lead')}</p>
        <Deleted />
        {refusal === null ? null : <Refused refusal={refusal} />}
        <DropZone />
        <Local />
      </>
    );
  }
  const { issues, value } = study.outcome;
  const hasNext = hasEntries(study);
  return (
    <div data-testid="meter">
      <div className="row wrap">
        <b>{study.fileName}</b>
        <span className="spacer" />
        <FileButton label={words('building.meter.another')} />
        <button type="button" className="button small" onClick={() => actions.building.deleteMeterData()}>
          {words('building.meter.delete')}
        </button>
      </div>
      {refusal === null ? null : <Refused refusal={refusal} />}
      <Unusable issues={issues.filter(({ severity }) => severity === 'error')} hasNext={hasNext} />
      {value.bills === null ? null : <p className="callout bad">{words('building.meter.bills')}</p>}
      <Local />
      <Offered building={building} present={study} />
      {hasNext ? (
        <div className="row wrap meter-use">
          <span>{words('building.meter.counts')}</span>
          <Choice
            label={words('building.meter.counts')}
            value={study.use}
            options={[
              { value: 'electricity', label: words('building.meter.electricity') },
              { value: 'heating', label: words('building.meter.heating') },
            ]}
            onChange={(use) => actions.building.countMeter(use)}
          />
        </div>
      ) : null}
      <DoubtedReadings study={study} />
      {study.confirmed || !hasNext ? null : <MeterDetected study={study} />}
      <Findings issues={issues.filter(({ severity }) => severity !== 'error')} />
      {study.confirmed ? (
        <>
          <MeterFit building={building} study={study} />
          <CalibrateBox building={building} study={study} />
        </>
      ) : value.series === null ? null : (
        <button
          type="button"
          className="button primary"
          onClick={() => actions.building.confirmMeter()}
          data-testid="accept-meter"
        >
          <Icon name="check" />
          <span>{words('building.meter.accept')}</span>
        </button>
      )}
    </div>
  );
}

/** Why the file cannot be used, at the top; with what can be done about it here. */
function Unusable({ issues, hasNext }: { readonly issues: readonly Issue[]; readonly hasNext: boolean }) {
  const { words } = useTexts();
  if (issues.length === 0) return null;
  return (
    <div role="alert" className="callout bad" data-testid="meter-unusable">
      <p>
        <b>{words('building.meter.refused')}</b>{' '}
        {words(hasNext ? 'building.meter.refusedNext' : 'building.meter.refusedOther')}
      </p>
      <IssueList issues={issues} />
    </div>
  );
}

function Findings({ issues }: { readonly issues: readonly Issue[] }) {
  const { words } = useTexts();
  if (issues.length === 0) return null;
  return (
    <details className="findings">
      <summary>{words('building.meter.findings', { count: issues.length })}</summary>
      <IssueList issues={issues} />
    </details>
  );
}

/** What was deleted, and what stays of it; in words, until the next file. */
function Deleted() {
  const { words } = useTexts();
  const deleted = useAppState((state) => state.building.deletedMeters);
  const names = useAppState((state) => calibratedNumbers(state).join(','));
  if (deleted === 0) return null;
  const named = names
    .split(',')
    .filter(isOverridable)
    .map((field) => words(`figures.names.${field}`));
  return (
    <p className="callout" role="status" data-testid="meter-deleted">
      {words('building.meter.deletedWhat', { count: deleted })}{' '}
      {named.length === 0
        ? words('building.meter.deletedNothingStays')
        : words('building.meter.deletedStays', { names: named.join(', ') })}
    </p>
  );
}

const isOverridable = (field: string): field is Overridable =>
  (OVERRIDABLE as readonly string[]).includes(field);

/** Why the last file did not become the meter; what was there before stays. */
function Refused({ refusal }: { readonly refusal: MeterRefusal }) {
  const { words } = useTexts();
  const { kind, fileName: file, detail } = refusal;
  return (
    <p className="callout bad" role="alert" data-testid="meter-refused">
      {words(`building.meter.${kind}`, { file, detail, limit: LARGEST_METER_MB })}
    </p>
  );
}

/** A file that was dropped on the page does not take an accepted meter away unasked. */
function Offered({ building, present }: { readonly building: Building; readonly present: MeterStudy }) {
  const { words } = useTexts();
  const actions = useActions();
  const offer = useAppState((state) => state.building.meterOffer);
  if (offer?.buildingId !== building.id) return null;
  return (
    <div className="callout" role="alertdialog" aria-label={words('building.meter.another')}>
      <p>{words('building.meter.replace', { file: offer.fileName, present: present.fileName })}</p>
      <div className="row wrap">
        <button type="button" className="button small" onClick={() => actions.building.answerOffer(true)}>
          {words('building.meter.replaceYes')}
        </button>
        <button type="button" className="button small" onClick={() => actions.building.answerOffer(false)}>
          {words('building.meter.replaceNo')}
        </button>
      </div>
    </div>
  );
}

function Local() {
  const { words } = useTexts();
  return (
    <p className="small-text local">
      <Icon name="check" />
      {words('building.meter.local')}
    </p>
  );
}

function useReadFile(): (file: File | undefined) => void {
  const actions = useActions();
  return (file) => {
    if (file !== undefined) void actions.building.readMeter(file);
  };
}

function FileButton({ label }: { readonly label: string }) {
  const read = useReadFile();
  return (
    <label className="button small file">
      <span>{label}</span>
      <input
        type="file"
        accept=".csv,.txt,.xml,text/csv,application/xml"
        onChange={(event) => {
          read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </label>
  );
}

function DropZone() {
  const { words } = useTexts();
  const read = useReadFile();
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    // The page itself takes files of districts: this one is the meter's.
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    read(event.dataTransfer.files[0]);
  };
  const hover = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(isOver);
  };
  return (
    <label
      className={over ? 'drop-zone over' : 'drop-zone'}
      onDrop={drop}
      onDragOver={hover(true)}
      onDragLeave={hover(false)}
    >
      <Icon name="upload" />
      <span>
        <b>{words('building.meter.drop')}</b>
        <span className="muted small-text block" id={`${id}-formats`}>
          {words('building.meter.formats')}
        </span>
      </span>
      <input
        type="file"
        aria-describedby={`${id}-formats`}
        accept=".csv,.txt,.xml,text/csv,application/xml"
        onChange={(event) => {
          read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </label>
  );
}
