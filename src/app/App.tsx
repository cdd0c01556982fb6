import { lazy, useEffect, useRef, useState } from 'react';
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
  Notice,
  ProjectsDialog,
  ScenarioPanel,
  ShareDialog,
  StoriesDialog,
  TableView,
  Timeline,
  ToldNotice,
  TopBar,
  useTheme,
  ViewSwitch,
  WayOutDialog,
  type ImportWishes,
  type OpenDialog,
} from '../panels';
import { told, useActions, useAppState, useAppStore, useWords } from '../state';
import { isHidden } from '../state/present';
import type { Loading } from './loading';
import { loadStories } from './stories';

/** Ways of working that the first picture does not show come when they are asked for. */
const BuildingMode = lazy(() =>
  import('../panels/building/BuildingMode').then((module) => ({ default: module.BuildingMode })),
);
const presentMode = () => import('../panels/present/PresentMode');
const PresentTop = lazy(() => presentMode().then((module) => ({ default: module.PresentTop })));
const PresentSide = lazy(() => presentMode().then((module) => ({ default: module.PresentSide })));
const PresentCorner = lazy(() =>
  import('../panels/present/PresentCorner').then((module) => ({ default: module.PresentCorner })),
);
const MarkBar = lazy(() =>
  import('../panels/marking/MarkBar').then((module) => ({ default: module.MarkBar })),
);
const OneLineView = lazy(() =>
  import('../panels/oneLine/OneLineView').then((module) => ({ default: module.OneLineView })),
);
/** The scene is the heaviest part of the page: figures and panels stand before it is there. */
const CityPane = lazy(() => import('./CityPane').then((module) => ({ default: module.CityPane })));

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable]') !== null;

/** The whole page. */
export function App({ loading }: { readonly loading: Loading }) {
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [unavailable, setUnavailable] = useState<string | null>(null);
  const phase = useAppState((state) => state.phase);
  const mode = useAppState((state) => state.mode);
  const hidden = useAppState(isHidden);
  const words = useWords();
  const actions = useActions();
  const store = useAppStore();
  const isProjector = useAppState((state) => state.isProjector);
  const scenarioFile = useRef<HTMLInputElement>(null);
  useThemeOnPage();
  useGlobalKeys(setDialog);
  const bringIn = (files: readonly File[], wishes: ImportWishes = {}) => {
    setDialog('import');
    void loading.importFiles(files, wishes).then((isProject) => isProject && setDialog(null));
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
    else bringIn(files);
  });
  return (
    <div className={`app ${dropping ? 'dropping' : ''}`} data-mode={mode}>
      <a className="skip" href="#main-view">
        {words('page.skip')}
      </a>
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
          <main
            id="main-view"
            className="centre"
            tabIndex={-1}
            role="tabpanel"
            aria-label={words('page.district')}
            inert={isProjector}
          >
            <Centre
              unavailable={unavailable}
              onUnavailable={(reason) => {
                setUnavailable(reason);
                actions.setView('table');
              }}
            />
          </main>
          {mode === 'plan' ? <Inspector /> : null}
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
      {dialog === 'help' ? <HelpDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'compare' ? <CompareDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'history' ? <HistoryDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'share' ? <ShareDialog keeper={loading.keeper} onClose={() => setDialog(null)} /> : null}
      {dialog === 'projects' ? (
        <ProjectsDialog
          keeper={loading.keeper}
          onFile={(file) => bringIn([file])}
          onReference={() => void loading.openReference()}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'stories' ? <StoriesDialog load={loadStories} onClose={() => setDialog(null)} /> : null}
      {dialog === 'import' ? <ImportDialog onClose={() => setDialog(null)} onFiles={bringIn} /> : null}
    </div>
  );
}

function Centre({
  unavailable,
  onUnavailable,
}: {
  readonly unavailable: string | null;
  readonly onUnavailable: (reason: string) => void;
}) {
  const view = useAppState((state) => state.view);
  const presents = useAppState((state) => state.mode === 'present');
  const plans = useAppState((state) => state.mode === 'plan');
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
      {unavailable === null ? null : (
        <p className="callout" role="status">
          {words('page.noMap', { reason: unavailable })}
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
        <div className="table-and-legend">
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

function useThemeOnPage(): void {
  const theme = useTheme();
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}

function useGlobalKeys(open: (dialog: OpenDialog) => void): void {
  const actions = useActions();
  const store = useAppStore();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (store.getState().isProjector) return;
      const key = event.key.toLowerCase();
      if (event.key === '?' && !isField(event.target)) return open('help');
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (key === 'y' || (key === 'z' && event.shiftKey)) actions.redo();
      else if (key === 'z') actions.undo();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [actions, store, open]);
}

/** Files dropped anywhere on the page; true while files hang over it. */
function useDroppedFiles(take: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const listeners = new AbortController();
    const { signal } = listeners;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) latest.current(files);
    };
    addEventListener('dragover', onOver, { signal });
    addEventListener('drop', onDrop, { signal });
    addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal });
    return () => listeners.abort();
  }, []);
  return over;
}
