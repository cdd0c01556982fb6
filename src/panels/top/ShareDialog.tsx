import { useEffect, useRef, useState } from 'react';
import {
  shareAddress,
  sharedOf,
  typedTexts,
  useAppState,
  useAppStore,
  type ProjectKeeper,
} from '../../state';
import { counted } from '../../units';
import { Dialog } from '../parts/Dialog';
import { IconButton } from '../parts/IconButton';
import { saveProject } from './saveProject';

/** Above this some mail and chat programs cut a link. */
const LONG_LINK = 2000;

/** The scenario on screen as a link without a server: copied as the dialog opens, with what it carries and what not. */
export function ShareDialog({
  keeper,
  onClose,
}: {
  readonly keeper: ProjectKeeper;
  readonly onClose: () => void;
}) {
  const store = useAppStore();
  const field = useRef<HTMLInputElement>(null);
  const link = useAppState((state) => shareAddress(state, location.href) ?? '');
  const [copied, setCopied] = useState<{ readonly link: string; readonly ok: boolean } | null>(null);
  const first = useRef(link);
  useEffect(() => {
    void copyText(first.current).then((ok) => setCopied({ link: first.current, ok }));
  }, []);
  const copy = () => {
    field.current?.select();
    void copyText(link).then((ok) => setCopied({ link, ok }));
  };
  const shared = sharedOf(store.getState(), store.getState().activeId);
  if (shared === null) return null;
  return (
    <Dialog title={`Share “${shared.scenario.name}”`} onClose={onClose}>
      <div className="share-link">
        <label htmlFor="share-link">Link</label>
        <input
          id="share-link"
          ref={field}
          type="text"
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
        />
        <IconButton icon="copy" label="Copy the link" text="Copy" className="primary" onClick={copy} />
      </div>
      <p className="share-copied" role="status">
        {copiedText(copied, link)}
      </p>
      <LinkFacts link={link} />
      {keeper.isShipped(store.getState().loaded!) ? null : <OwnDistrict keeper={keeper} />}
      {link.length <= LONG_LINK ? null : (
        <p className="callout">
          The link is long, and some mail programs cut it. The scenario as a file, or the whole project,
          always arrives whole.
        </p>
      )}
    </Dialog>
  );
}

/** What the clipboard holds of it. */
function copiedText(copied: { readonly link: string; readonly ok: boolean } | null, link: string): string {
  if (copied === null) return '';
  if (!copied.ok) return 'This browser does not let the page copy: select the link and press Ctrl C.';
  return copied.link === link
    ? 'Copied. Whoever opens it sees this scenario, computed in their own browser.'
    : 'The link has changed since it was copied: the year is there now. Copy it again.';
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function LinkFacts({ link }: { readonly link: string }) {
  const shared = useAppState((state) => sharedOf(state, state.activeId)?.resultHash);
  const store = useAppStore();
  const all = sharedOf(store.getState(), store.getState().activeId);
  if (all === null) return null;
  const { scenario, baseEdits, stepS } = all;
  const texts = typedTexts(all);
  const carried = [
    counted(scenario.measures.length, 'measure'),
    ...(scenario.assumptions === undefined ? [] : [counted(scenario.assumptions.length, 'assumption')]),
    ...(baseEdits.length === 0
      ? []
      : [counted(baseEdits.length, 'correction of buildings', 'corrections of buildings')]),
    `the year ${scenario.year}`,
    stepS === 3600 ? 'steps of an hour' : 'steps of 15 minutes',
  ];
  return (
    <dl className="share-facts">
      <div>
        <dt>Carries</dt>
        <dd>{carried.join(', ')}, and what is on screen now</dd>
      </div>
      <div>
        <dt>Size</dt>
        <dd data-testid="share-size">{link.length.toLocaleString('en')} letters</dd>
      </div>
      <div>
        <dt>Model</dt>
        <dd>version {all.engineVersion}</dd>
      </div>
      <div>
        <dt>Result</dt>
        <dd>
          {shared === undefined
            ? 'still being computed; the link goes without its fingerprint until then'
            : `fingerprint ${shared.slice(0, 12)}: the other browser checks that it gets the very same`}
        </dd>
      </div>
      <div>
        <dt>People</dt>
        <dd>
          <b>No meter readings and no bills are in it.</b> Names and notes are in it as they were typed,
          listed here; what was corrected, and whom a measure is for, stands in it by the ids of buildings.
          This page sends the link nowhere.
          <details>
            <summary>Texts that go along as they were typed ({texts.length})</summary>
            <ul>
              {texts.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </details>
        </dd>
      </div>
    </dl>
  );
}

/** A link carries no district: for one that did not come with the app the project goes as a file. */
function OwnDistrict({ keeper }: { readonly keeper: ProjectKeeper }) {
  const name = useAppState((state) => state.project?.name ?? state.loaded?.district.name ?? 'project');
  return (
    <div className="callout">
      <p>
        This district was imported here. The link opens only in a browser that has imported it too; the
        project file brings the district along.
      </p>
      <IconButton
        icon="download"
        label="Save the whole project as a file"
        text="Save the project"
        onClick={() => saveProject(keeper, name)}
      />
    </div>
  );
}
