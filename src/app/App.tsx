import { lazy, useRef, useState } from 'react';
import {
  CompareDialog,
  ConnectDialog,
  HelpDialog,
  HistoryDialog,
  ImportDialog,
  Inspector,
  IssueTable,
  KpiStrip,
  LazyPart,
  Legend,
  LiveRegion,
  LookSwitch,
  MarkButton,
  MissingParts,
  Notice,
  PeaksDialog,
  ProjectsDialog,
  ScenarioPanel,
  ShareDialog,
  SkipLinks,
  StoriesDialog,
  TableView,
  Timeline,
  ToldNotice,
  TopBar,
  TourOffer,
  ViewSwitch,
  WayOutDialog,
  type ImportHost,
  type OpenDialog,
} from '../panels';
import { told, useActions, useAppState, useAppStore, useWords } from '../state';
import { isHidden } from '../state/present';
import type { WithoutMap } from '../scene';
import { loadLateWords } from '../words';
import type { Loading } from './loading';
import { useDroppedFiles, useGlobalKeys, useThemeOnPage, useTour } from './pageHooks';
import { loadStories } from './stories';
import { loadTemplate } from './templates';

/** A part together with the styles and texts that only it needs. */
const styled = async <Part,>(part: Promise<Part>, styles: Promise<unknown>): Promise<Part> => {
  await styles;
  return part;
};
const inPresent = <Part,>(part: Promise<Part>) =>
  styled(part, Promise.all([import('./styles/presentMode.css'), loadLateWords()]));
/** Ways of working that the first picture does not show come when they are asked for. */
const BuildingMode = lazy(() =>
  styled(import('../panels/building/BuildingMode'), import('./styles/buildingMode.css')).then((module) => ({
    default: module.BuildingMode,
  })),
);
const presentMode = () => inPresent(import('../panels/present/PresentMode'));
const PresentTop = lazy(() => presentMode().then((module) => ({ default: module.PresentTop })));
const PresentSide = lazy(() => presentMode().then((module) => ({ default: module.PresentSide })));
const PresentCorner = lazy(() =>
  inPresent(import('../panels/present/PresentCorner')).then((module) => ({ default: module.PresentCorner })),
);
const FreeBar = lazy(() =>
  inPresent(import('../panels/present/FreeBar')).then((module) => ({ default: module.FreeBar })),
);
const MarkBar = lazy(() =>
  import('../panels/marking/MarkBar').then((module) => ({ default: module.MarkBar })),
);
const OneLineView = lazy(() =>
  styled(import('../panels/oneLine/OneLineView'), import('./styles/oneLine.css')).then((module) => ({
    default: module.OneLineView,
  })),
);
const TourCard = lazy(() =>
  import('../panels/tour/TourCard').then((module) => ({ default: module.TourCard })),
);
/** The scene is the heaviest part of the page: figures and panels stand before it is there. */
const CityPane = lazy(() => import('./CityPane').then((module) => ({ default: module.CityPane })));

/** The whole page. */
export function App({ loading }: { readonly loading: Loading }) {
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [unavailable, setUnavailable] = useState<WithoutMap | null>(null);
  const phase = useAppState((state) => state.phase);
  const mode = useAppState((state) => state.mode);
  const hidden = useAppState(isHidden);
  const words = useWords();
  const actions = useActions();
  const store = useAppStore();
  const scenarioFile = useRef<HTMLInputElement>(null);
  const tour = useTour();
  useThemeOnPage();
  useGlobalKeys(setDialog);
  const { imports } = loading;
  const bringIn: ImportHost['bring'] = (files, wishes) => {
    setDialog('import');
    void imports.bring(files, wishes);
  };
  const dropping = useDroppedFiles((files) => {
    const { isProjector, present, mode: now } = store.getState();
    // A projector only shows; and a file in the place of the district would end the session of a room.
    if (isProjector) return;
    if (now === 'present' && present !== null) return actions.tell(told(words('present.noDrop'), 'problem'));
    // In the Building mode a table or a Green Button file is the meter of the building on screen.
    const [file] = files;
    if (files.length === 1 && file !== undefined && actions.building.takesMeter(file.name))
      void actions.building.readMeter(file, 'dropped');
    else bringIn(files, {});
  });
  return (
    <div className={`app ${dropping ? 'dropping' : ''}`} data-mode={mode}>
      <SkipLinks />
      {tour.is === 'open' ? (
        <LazyPart fallback={null}>
          <TourCard onLeave={tour.leave} />
        </LazyPart>
      ) : null}
      {mode === 'present' ? (
        <LazyPart fallback={<header className="present-top" />}>
          <PresentTop />
        </LazyPart>
      ) : (
        <TopBar onOpen={setDialog} />
      )}
      {/* What runs have to say is held back while a room must not hear it; the region itself stays, or nothing is spoken. */}
      <LiveRegion held={hidden ? words('present.said.asked') : null} />
      {phase === 'failed' ? (
        <LoadingFailed />
      ) : (
        <>
          {mode === 'plan' ? <KpiStrip /> : null}
          {mode === 'plan' ? <ScenarioPanel onLoadScenario={() => scenarioFile.current?.click()} /> : null}
          {mode === 'building' ? (
            <LazyPart fallback={<section className="panel building-mode" aria-busy="true" />}>
              <BuildingMode />
            </LazyPart>
          ) : null}
          <main id="main-view" className="centre" tabIndex={-1} aria-label={words('page.district')}>
            <div
              id="scenario-view"
              className="centre-view"
              role={mode === 'present' ? undefined : 'tabpanel'}
              aria-label={mode === 'present' ? undefined : words('page.scenarioView')}
            >
              <Centre
                unavailable={unavailable}
                onUnavailable={(reason) => {
                  setUnavailable(reason);
                  actions.setView('table');
                }}
              />
            </div>
          </main>
          {mode === 'plan' ? (
            <Inspector
              before={
                tour.is === 'offered' ? <TourOffer onStart={tour.start} onLater={tour.leave} /> : undefined
              }
            />
          ) : null}
          {mode === 'present' ? (
            <LazyPart fallback={<section className="present-side" aria-busy="true" />}>
              <PresentSide />
            </LazyPart>
          ) : (
            <Timeline />
          )}
        </>
      )}
      <input
        ref={scenarioFile}
        type="file"
        className="hidden"
        accept=".json,application/json"
        tabIndex={-1}
        aria-label={words('page.scenarioFile')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file)
            void loading.addScenarioFile(file).then((taken) => (taken ? undefined : setDialog('import')));
        }}
      />
      <WayOutDialog />
      <ConnectDialog />
      <PeaksDialog />
      {dialog === 'help' ? (
        <HelpDialog
          onClose={() => setDialog(null)}
          onTour={() => {
            setDialog(null);
            actions.setMode('plan');
            tour.start();
          }}
        />
      ) : null}
      {dialog === 'compare' ? <CompareDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'history' ? <HistoryDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'share' ? <ShareDialog keeper={loading.keeper} onClose={() => setDialog(null)} /> : null}
      {dialog === 'projects' ? (
        <ProjectsDialog
          keeper={loading.keeper}
          onFile={(file) => bringIn([file], {})}
          onReference={() => void loading.openReference()}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'stories' ? <StoriesDialog load={loadStories} onClose={() => setDialog(null)} /> : null}
      {dialog === 'import' ? (
        <ImportDialog
          host={{
            ...{ bring: bringIn, loadTemplate, wish: (wishes) => void imports.wish(wishes) },
            ...{ accept: () => imports.accept(), withdraw: () => imports.withdraw() },
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  );
}

function Centre({
  unavailable,
  onUnavailable,
}: {
  readonly unavailable: WithoutMap | null;
  readonly onUnavailable: (reason: WithoutMap) => void;
}) {
  const view = useAppState((state) => state.view);
  const presents = useAppState((state) => state.mode === 'present');
  const plans = useAppState((state) => state.mode === 'plan');
  const isFree = useAppState(
    ({ mode, present }) => mode === 'plan' && present !== null && present.free !== null,
  );
  const isMarking = useAppState(({ markTool, marked }) => markTool !== null || marked !== null);
  const hidden = useAppState(isHidden);
  const isProjector = useAppState((state) => state.isProjector);
  const words = useWords();
  const shown = unavailable !== null && view === 'map' ? 'table' : view;
  return (
    <>
      <div className="view-switch">
        {isProjector ? null : <ViewSwitch mapAvailable={unavailable === null} />}
        {shown === 'map' && !presents ? <LookSwitch /> : null}
        {plans ? <MarkButton /> : null}
      </div>
      <LazyPart fallback={null}>{presents ? <PresentCorner /> : <Notice />}</LazyPart>
      <ToldNotice />
      <MissingParts className="told problem" />
      {isFree ? (
        <LazyPart fallback={null}>
          <FreeBar />
        </LazyPart>
      ) : null}
      {unavailable === null ? null : (
        <p className="callout" role="status">
          {words('page.noMap', { reason: words(`page.withoutMap.${unavailable}`) })}
        </p>
      )}
      {shown === 'map' ? (
        <LazyPart fallback={<div className="city" aria-busy="true" />}>
          <CityPane onUnavailable={onUnavailable} />
        </LazyPart>
      ) : shown === 'oneLine' ? (
        <LazyPart fallback={<div className="one-line" aria-busy="true" />}>
          <OneLineView />
        </LazyPart>
      ) : hidden ? null : (
        <div className="table-and-legend" inert={isProjector}>
          <TableView />
          {presents ? null : <Legend />}
        </div>
      )}
      {plans && isMarking ? (
        <LazyPart fallback={null}>
          <MarkBar />
        </LazyPart>
      ) : null}
    </>
  );
}

function LoadingFailed() {
  const words = useWords();
  const issues = useAppState((state) => state.issues);
  return (
    <main id="main-view" className="failed">
      <h2>{words('page.notOpened')}</h2>
      <IssueTable issues={issues} />
    </main>
  );
}
