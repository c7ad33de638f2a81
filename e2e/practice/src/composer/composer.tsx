import type { EditorState } from 'draft-js';
import { type ReactNode, useRef, useState } from 'react';
import { body15, bold, center, fill, grow, IMG, r, round, row, run, text, view } from '../atoms';
import { useUi } from '../i18n';
import { Icon } from '../icons';
import { photo } from '../media';
import { showToast } from '../shell/toast';
import { params, personOf, publish } from '../store';
import { usePalette } from '../theme';
import { Avatar } from '../tweet/avatar';
import { draftOf, emptyDraft, LIMIT, textOf, weightedLength } from './draft';
import { TextArea } from './editor';

interface ComposerProps {
  kind: 'inline' | 'home' | 'dialog';
  replyTo?: string;
  quote?: string;
  initialText?: string;
  placeholder: string;
  /** Photo dialogs use the test id of dialogs for their small composer. */
  buttonTestId?: 'tweetButton' | 'tweetButtonInline';
  onDone?: () => void;
  /** What is shown below the text, such as the quoted tweet. */
  below?: ReactNode;
}

interface Part {
  /** Stays with the part while others come and go. */
  key: number;
  state: EditorState;
  media: string[];
}

/** How long a post is under way; X disables the button and moves a progress bar meanwhile. */
const SENDING = 150;
let pictures = 0;
let parts_ = 0;

/** The composer in all its places: one Draft.js editor, or several for a thread, and one post button. */
export function Composer({
  kind,
  replyTo,
  quote,
  initialText = '',
  placeholder,
  buttonTestId,
  onDone,
  below,
}: ComposerProps) {
  const palette = usePalette();
  const { words } = useUi();
  const [parts, setParts] = useState<Part[]>(() => [{ key: parts_++, state: draftOf(initialText), media: [] }]);
  const [active, setActive] = useState(0);
  const [touched, setTouched] = useState(kind !== 'inline');
  const [sending, setSending] = useState(false);
  // Draft.js reports a key before React has drawn the change; posting has to see the newest text.
  const newest = useRef(parts);
  newest.current = parts;

  const ready = (list: Part[]) =>
    !sending &&
    list.every(({ state, media }) => {
      const length = weightedLength(textOf(state).trim());
      return length <= LIMIT && (length > 0 || media.length > 0);
    });
  const enabled = ready(parts);

  function update(index: number, part: Partial<Part>) {
    setParts((list) => list.map((old, at) => (at === index ? { ...old, ...part } : old)));
  }

  function post() {
    if (!ready(newest.current)) return;
    window.practice.postPresses++;
    setSending(true);
    const drafts = newest.current.map(({ state, media }) => ({ text: textOf(state), media }));
    setTimeout(() => {
      let parent = replyTo;
      let first: string | undefined;
      for (const draft of drafts) {
        const id = publish(draft.text, { replyTo: parent, quote: first ? undefined : quote, media: draft.media });
        first ??= id;
        parent = id;
      }
      setParts([{ key: parts_++, state: emptyDraft(), media: [] }]);
      setActive(0);
      setSending(false);
      if (first) showToast(words.sent, `/${params.as}/status/${first}`, words.view);
      onDone?.();
    }, SENDING);
  }

  const label = parts.length > 1 ? words.postAll : replyTo ? words.reply : words.post;
  const testId = buttonTestId ?? (kind === 'dialog' ? 'tweetButton' : 'tweetButtonInline');
  const button = <PostButton key="post" testId={testId} label={label} enabled={enabled} onPress={post} />;
  const current = parts[active] ?? parts[0];
  const remaining = LIMIT - weightedLength(current ? textOf(current.state).trim() : '');

  return (
    <div className={view()} onFocus={() => setTouched(true)}>
      <div className={view()}>
        <div
          role="progressbar"
          className={view(r({ height: 2, overflow: 'hidden' }))}
          style={{ visibility: sending ? 'visible' : 'hidden' }}
        >
          <div
            className={view(r({ height: 2 }))}
            data-testid="progressBar-bar"
            style={{ width: sending ? '70%' : '0%', backgroundColor: palette.accent }}
          />
        </div>
        <div className={view(r({ padding: kind === 'inline' ? '4px 16px 8px' : '8px 16px' }))}>
          {parts.map((part, index) => (
            <div key={part.key} className={view()} onFocus={() => setActive(index)}>
              <div className={view()}>
                <div className={view(row)}>
                  <div className={view(r({ marginInlineEnd: 8, paddingTop: 4 }))}>
                    <Avatar handle={params.as} size={40} link="plain" label={personOf(params.as).name} />
                    {index < parts.length - 1 ? (
                      <div
                        className={view(
                          grow,
                          r({ width: 2, alignSelf: 'center', marginTop: 4, backgroundColor: palette.divider }),
                        )}
                      />
                    ) : null}
                  </div>
                  <div className={view(grow)}>
                    <div className={view(row, r({ alignItems: 'center' }))}>
                      <div className={view(grow)}>
                        <TextArea
                          index={index}
                          state={part.state}
                          onChange={(state) => update(index, { state })}
                          onSubmit={post}
                          placeholder={index ? words.addPost : placeholder}
                          large={kind === 'dialog' && index === 0}
                          autoFocus={kind === 'dialog' && index === parts.length - 1}
                        />
                      </div>
                      {touched ? null : button}
                    </div>
                    <Attachments
                      media={part.media}
                      onRemove={(at) => update(index, { media: part.media.filter((_, other) => other !== at) })}
                    />
                    {index === 0 ? below : null}
                  </div>
                </div>
              </div>
            </div>
          ))}
          {touched ? (
            <div
              className={view(
                row,
                center,
                r({
                  marginInlineStart: 48,
                  borderTop: kind === 'inline' ? 'none' : `1px solid ${palette.divider}`,
                  paddingTop: 8,
                  justifyContent: 'space-between',
                }),
              )}
              data-testid="toolBar"
            >
              <nav aria-live="polite" role="navigation" className={view(row)}>
                <button
                  type="button"
                  role="button"
                  aria-label={words.addMedia}
                  className={view(round, r({ padding: 8 }))}
                  style={{ color: palette.accent }}
                  onClick={() => {
                    const part = parts[active];
                    if (part && part.media.length < 4)
                      update(active, { media: [...part.media, photo(`attached/${++pictures}`)] });
                  }}
                >
                  <Icon name="image" size={20} />
                </button>
                <input
                  data-testid="fileInput"
                  type="file"
                  multiple
                  tabIndex={-1}
                  accept="image/*"
                  className={r({ display: 'none' })}
                />
              </nav>
              <div className={view(row, center, r({ gap: 12 }))}>
                {remaining < LIMIT ? <CharacterCircle remaining={remaining} /> : null}
                {kind !== 'inline' && enabled ? (
                  <button
                    type="button"
                    role="button"
                    aria-label={words.addPost}
                    data-testid="addButton"
                    className={view(round, r({ border: `1px solid ${palette.border}`, padding: 4 }))}
                    style={{ color: palette.accent }}
                    onClick={() => setParts((list) => [...list, { key: parts_++, state: emptyDraft(), media: [] }])}
                  >
                    <Icon name="plus" size={16} />
                  </button>
                ) : null}
                {button}
              </div>
            </div>
          ) : (
            <div className={view(row)} />
          )}
        </div>
      </div>
    </div>
  );
}

function PostButton({
  testId,
  label,
  enabled,
  onPress,
}: {
  testId: string;
  label: string;
  enabled: boolean;
  onPress: () => void;
}) {
  const palette = usePalette();
  return (
    <button
      role="button"
      type="button"
      tabIndex={enabled ? 0 : -1}
      disabled={!enabled}
      aria-disabled={enabled ? undefined : true}
      data-testid={testId}
      className={view(round, r({ minHeight: 36, padding: '0 16px', justifyContent: 'center' }))}
      style={{ backgroundColor: palette.button, borderColor: 'rgba(0, 0, 0, 0)' }}
      onClick={onPress}
    >
      <div dir="ltr" className={text(body15, bold, r({ display: 'flex' }))} style={{ color: palette.onButton }}>
        <span className={run()}>
          <span className={run()}>{label}</span>
        </span>
      </div>
    </button>
  );
}

/** X's ring: fills up, turns to a negative number when the text is too long. */
function CharacterCircle({ remaining }: { remaining: number }) {
  const palette = usePalette();
  const used = Math.min(1, (LIMIT - remaining) / LIMIT);
  return (
    <div role="progressbar" aria-valuenow={Math.round(used * 100)} className={view(row, center)}>
      <svg viewBox="0 0 20 20" aria-hidden="true" className={r({ width: 20, height: 20 })}>
        <circle cx="10" cy="10" r="9" fill="none" stroke={palette.divider} strokeWidth="2" />
        <circle
          cx="10"
          cy="10"
          r="9"
          fill="none"
          stroke={remaining < 0 ? 'rgb(244, 33, 46)' : palette.accent}
          strokeWidth="2"
          strokeDasharray={`${used * 56.5} 57`}
          transform="rotate(-90 10 10)"
        />
      </svg>
      {remaining <= 20 ? (
        <div
          dir="ltr"
          className={text(r({ fontSize: 13, margin: '0 4px' }))}
          style={{ color: remaining < 0 ? 'rgb(244, 33, 46)' : palette.secondary }}
        >
          <span className={run()}>{remaining}</span>
        </div>
      ) : null}
    </div>
  );
}

/** Previews of attached pictures, each with its own remove button. */
function Attachments({ media, onRemove }: { media: string[]; onRemove: (index: number) => void }) {
  const { words } = useUi();
  if (!media.length) return null;
  return (
    <div className={view(row, r({ flexWrap: 'wrap', gap: 4, marginTop: 8 }))} data-testid="attachments">
      {media.map((source, index) => (
        <div
          key={source}
          className={view(
            r({
              width: media.length > 1 ? 'calc(50% - 2px)' : '100%',
              height: 200,
              borderRadius: 16,
              overflow: 'hidden',
            }),
          )}
        >
          <div
            className={view(fill, r({ backgroundSize: 'cover', backgroundPosition: 'center' }))}
            style={{ backgroundImage: `url("${source}")` }}
          />
          <img alt="" src={source} className={IMG} />
          <button
            type="button"
            role="button"
            aria-label={words.remove}
            className={view(
              round,
              r({
                position: 'absolute',
                top: 8,
                insetInlineEnd: 8,
                padding: 6,
                backgroundColor: 'rgba(15, 20, 25, 0.75)',
                color: '#fff',
              }),
            )}
            onClick={() => onRemove(index)}
          >
            <Icon name="close" size={18} />
          </button>
        </div>
      ))}
    </div>
  );
}
