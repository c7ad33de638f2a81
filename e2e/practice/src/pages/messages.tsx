import { Editor } from 'draft-js';
import { useState } from 'react';
import { body15, bold, center, ellipsis, grow, r, round, row, run, small13, text, view } from '../atoms';
import { emptyDraft, textOf } from '../composer/draft';
import { useUi } from '../i18n';
import { Icon } from '../icons';
import type { Place } from '../router';
import { allIds, getStatus, mentions, personOf } from '../store';
import { usePalette } from '../theme';
import { Avatar } from '../tweet/avatar';
import { DisplayName } from '../tweet/names';
import { Quote } from '../tweet/quote';

interface Talk {
  number: string;
  with: string;
  messages: { mine: boolean; text: string; shared?: boolean }[];
}

/** Private talks. They hold account data, handles, a shared tweet and a Draft.js editor, and none of it is for tools. */
const TALKS: Omit<Talk, 'with'>[] = [
  {
    number: '1',
    messages: [
      { mine: false, text: 'Hi, you asked for my account number. It is 4471 0093 228.' },
      {
        mine: true,
        text: 'Thank you. I see a weak signal on your line since six. A colleague is on the way to the cabinet. ^JD',
      },
      { mine: false, text: 'This is what I wrote, in case it helps', shared: true },
    ],
  },
  {
    number: '2',
    messages: [
      { mine: true, text: 'Your refund of 18.40 is booked. ^JD' },
      { mine: false, text: 'Seen it, cheers. @Lantern should make you the boss.' },
    ],
  },
];

/** Talks are with customers who wrote in public before. */
function talks(): Talk[] {
  const customers = allIds().flatMap((id) => {
    const status = getStatus(id);
    return status && !status.ad && !/^lantern/i.test(status.by) && mentions(status, 'LanternCares') ? status.by : [];
  });
  const distinct = [...new Set(customers)];
  return TALKS.map((talk, index) => ({ ...talk, with: distinct[index] ?? `customer_${talk.number}` }));
}

export function Messages({ place }: { place: Place }) {
  const [list] = useState(talks);
  const palette = usePalette();
  const { words } = useUi();
  const talk = list.find((entry) => place.path === `/messages/${entry.number}`);
  const edge = `1px solid ${palette.divider}`;
  return (
    <div className={view(row, grow)}>
      <div
        className={view(r({ width: 390, height: '100vh', borderLeft: edge, borderRight: edge }))}
        data-testid="primaryColumn"
      >
        <div className={view(row, center, r({ height: 53, padding: '0 16px' }))}>
          <h2 role="heading" className={text(bold, r({ fontSize: 20 }))} style={{ color: palette.text }}>
            <span className={run()}>{words.messages}</span>
          </h2>
        </div>
        <div role="tablist" className={view()}>
          {list.map((entry) => (
            <a
              key={entry.number}
              href={`/messages/${entry.number}`}
              role="tab"
              data-testid="conversation"
              className={view(
                row,
                r({ padding: 16, gap: 12, backgroundColor: entry === talk ? palette.hover : 'transparent' }),
              )}
            >
              <Avatar handle={entry.with} size={40} link="none" />
              <div className={view(grow)}>
                <div dir="ltr" className={text(body15, bold, ellipsis)} style={{ color: palette.text }}>
                  <DisplayName name={personOf(entry.with).name} />
                </div>
                <div dir="auto" className={text(body15, ellipsis)} style={{ color: palette.secondary }}>
                  <span className={run()}>{entry.messages[entry.messages.length - 1]?.text}</span>
                </div>
              </div>
            </a>
          ))}
        </div>
      </div>
      <div className={view(r({ width: 600, height: '100vh', borderRight: edge }))}>
        {talk ? <Conversation key={talk.number} talk={talk} /> : null}
      </div>
    </div>
  );
}

function Conversation({ talk }: { talk: Talk }) {
  const palette = usePalette();
  const { words } = useUi();
  const [messages, setMessages] = useState(talk.messages);
  const [draft, setDraft] = useState(emptyDraft);
  const shared = allIds().find((id) => getStatus(id)?.by === talk.with && !getStatus(id)?.ad) ?? allIds()[0];
  const send = () => {
    const written = textOf(draft).trim();
    if (!written) return;
    setMessages((list) => [...list, { mine: true, text: written }]);
    setDraft(emptyDraft());
  };
  return (
    <div className={view(grow, r({ justifyContent: 'space-between' }))} data-testid="DmActivityContainer">
      <div
        className={view(row, center, r({ height: 53, padding: '0 16px', gap: 12 }))}
        data-testid="conversationHeader"
      >
        <Avatar handle={talk.with} size={32} link="plain" />
        <div dir="ltr" className={text(bold, r({ fontSize: 17 }))} style={{ color: palette.text }}>
          <DisplayName name={personOf(talk.with).name} />
        </div>
      </div>
      <div className={view(grow, r({ overflowY: 'auto', padding: 16, gap: 12 }))} data-testid="DmActivityViewport">
        {messages.map((message, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: messages are only ever added at the end.
            key={index}
            data-testid="messageEntry"
            className={view(r({ alignItems: message.mine ? 'flex-end' : 'flex-start' }))}
          >
            {message.shared && shared ? (
              <div className={view(r({ width: 380, marginBottom: 4 }))}>
                <Quote id={shared} labelId={`dm-${shared}`} />
              </div>
            ) : null}
            <div
              className={view(r({ borderRadius: 20, padding: '12px 16px', maxWidth: '80%' }))}
              style={{ backgroundColor: message.mine ? palette.accent : palette.divider }}
            >
              <div
                dir="auto"
                className={text(body15)}
                data-testid="tweetText"
                style={{ color: message.mine ? '#fff' : palette.text }}
              >
                <span className={run()}>{message.text}</span>
              </div>
            </div>
            <div dir="ltr" className={text(small13, r({ marginTop: 4 }))} style={{ color: palette.secondary }}>
              <time dateTime="2026-09-14T08:00:00.000Z">8:00</time>
            </div>
          </div>
        ))}
      </div>
      <div className={view(row, center, r({ padding: 12, gap: 8, borderTop: `1px solid ${palette.divider}` }))}>
        <div
          className={view(grow, r({ borderRadius: 16, padding: '8px 12px', backgroundColor: palette.divider }))}
          data-testid="dmComposerTextInputRichTextInputContainer"
        >
          <Editor
            editorState={draft}
            onChange={setDraft}
            placeholder={textOf(draft) ? undefined : words.startMessage}
            ariaLabel={words.startMessage}
            {...{ webDriverTestID: 'dmComposerTextInput' }}
            keyBindingFn={(event) => (event.key === 'Enter' && !event.shiftKey ? 'send' : null)}
            handleKeyCommand={(command) => {
              if (command !== 'send') return 'not-handled';
              send();
              return 'handled';
            }}
          />
        </div>
        <button
          type="button"
          role="button"
          aria-label={words.post}
          data-testid="dmComposerSendButton"
          className={view(round, r({ padding: 8, color: palette.accent }))}
          onClick={send}
        >
          <Icon name="feather" size={20} />
        </button>
      </div>
    </div>
  );
}
