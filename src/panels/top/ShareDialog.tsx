import { useEffect, useRef, useState } from 'react';
import {
  shareAddress,
  sharedOf,
  typedTexts,
  useAppState,
  useAppStore,
  useSpeech,
  useWords,
  type ProjectKeeper,
} from '../../state';
import { scenarioName } from '../../state/view';
import { copyText } from '../parts/copyText';
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
  const words = useWords();
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
    <Dialog title={words('share.title', { name: scenarioName(shared.scenario, words) })} onClose={onClose}>
      <div className="share-link">
        <label htmlFor="share-link">{words('share.link')}</label>
        <input
          id="share-link"
          ref={field}
          type="text"
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
        />
        <IconButton
          icon="copy"
          label={words('share.copyTitle')}
          text={words('share.copy')}
          className="primary"
          onClick={copy}
        />
      </div>
      <p className="share-copied" role="status">
        {copied === null ? '' : words(copiedKey(copied, link))}
      </p>
      <LinkFacts link={link} />
      {keeper.isShipped(store.getState().loaded!) ? null : <OwnDistrict keeper={keeper} />}
      {link.length <= LONG_LINK ? null : <p className="callout">{words('share.long')}</p>}
    </Dialog>
  );
}

/** What the clipboard holds of it. */
function copiedKey(copied: { readonly link: string; readonly ok: boolean }, link: string) {
  if (!copied.ok) return 'share.notCopied';
  return copied.link === link ? 'share.copied' : 'share.stale';
}

function LinkFacts({ link }: { readonly link: string }) {
  const shared = useAppState((state) => sharedOf(state, state.activeId)?.resultHash);
  const store = useAppStore();
  const { words, language } = useSpeech();
  const all = sharedOf(store.getState(), store.getState().activeId);
  if (all === null) return null;
  const { scenario, baseEdits, stepS } = all;
  const texts = typedTexts(all);
  const carried = [
    words('share.measures', { count: scenario.measures.length }),
    ...(scenario.assumptions === undefined
      ? []
      : [words('share.assumptions', { count: scenario.assumptions.length })]),
    ...(baseEdits.length === 0 ? [] : [words('share.corrections', { count: baseEdits.length })]),
    words('share.year', { year: scenario.year }),
    words(stepS === 3600 ? 'share.hourly' : 'share.quarterly'),
  ];
  return (
    <dl className="share-facts">
      <div>
        <dt>{words('share.carries')}</dt>
        <dd>{words('share.carried', { list: carried.join(', ') })}</dd>
      </div>
      <div>
        <dt>{words('share.size')}</dt>
        <dd data-testid="share-size">
          {words('share.letters', { number: link.length.toLocaleString(language) })}
        </dd>
      </div>
      <div>
        <dt>{words('share.model')}</dt>
        <dd>{words('share.version', { version: all.engineVersion })}</dd>
      </div>
      <div>
        <dt>{words('share.result')}</dt>
        <dd>
          {shared === undefined
            ? words('share.resultWaits')
            : words('share.resultHash', { hash: shared.slice(0, 12) })}
        </dd>
      </div>
      <div>
        <dt>{words('share.people')}</dt>
        <dd>
          <b>{words('share.noMeters')}</b> {words('share.typed')}
          <details>
            <summary>{words('share.texts', { number: texts.length })}</summary>
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
  const words = useWords();
  const name =
    useAppState((state) => state.project?.name ?? state.loaded?.district.name) ?? words('share.project');
  return (
    <div className="callout">
      <p>{words('share.ownDistrict')}</p>
      <IconButton
        icon="download"
        label={words('share.saveTitle')}
        text={words('share.save')}
        onClick={() => saveProject(keeper, name)}
      />
    </div>
  );
}
