import { LockKeyhole, TextQuote } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import { useKeyHints } from '../../components/panel-keys';
import { Invitation } from '../../components/reply/Invitation';
import { Snippets } from '../../components/reply/Snippets';
import { Suggestions } from '../../components/reply/Suggestions';
import type { Notices } from '../../components/use-notice';
import type { Case, Customer } from '../../lib/cases/case';
import { describeFailure } from '../../lib/desk/failure';
import { db, desk } from '../../lib/desk/local';
import type { Reminder, SentTweet, TakenPrivate } from '../../lib/protocol';
import { signatureAtDesk } from '../../lib/settings/settings';
import { announceCustomers } from '../../lib/tabs';
import { askWorker } from './ask-worker';
import { takeBack } from './take-back';
import { useInsert } from './use-insert';
import { useSnippets } from './use-snippets';
import { plain, useSuggestions } from './use-suggestions';

/** What keys can do to the replies in view. */
export interface ReplyCommands {
  /** Leads to the first reply, and from one to the next. */
  focus(): void;
  copy(): void;
  another(): void;
  snippets(): void;
  goPrivate(): void;
}

/** An invitation to a direct message, and the click that it came from. */
export interface Invited {
  requestId: string;
  tweet: SentTweet;
  taken: TakenPrivate;
}

interface ReplyPartProps {
  /** The tweet that is answered. */
  tweet: SentTweet;
  customer: Customer | null;
  /** The case it is in; null if it is in none yet. */
  known: Case | null;
  /** Changes with what is known of the customer. */
  history: string;
  notices: Notices;
  commands: RefObject<ReplyCommands | null>;
  /** The invitation to a direct message that was drafted last, whoever it is for. */
  invited: Invited | null;
  /** Set when it is drafted, null when it is done with. */
  onInvited(invited: Invited | null): void;
  /** True if the rep has asked for the replies by a key: the focus goes there. */
  focused?: boolean;
}

/** What can be said to one customer now. One instance serves one tweet: give it a key. */
export function ReplyPart(props: ReplyPartProps) {
  const { tweet, customer, known, history, notices, commands, invited, onInvited, focused = false } = props;
  const invitation = invited?.tweet.id === tweet.id ? invited : null;
  const hint = useKeyHints();
  const box = useRef<HTMLDivElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const { suggestions, failure, another, retry } = useSuggestions(tweet, invitation === null, history);
  const inserting = useInsert(tweet.id, notices);
  const snippets = useSnippets(tweet, customer, known);
  const [choosing, setChoosing] = useState(false);
  const [warned, setWarned] = useState<string | null>(null);

  const canGoPrivate = !known?.inDmSince && !invitation;
  const inserts = (): HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>('[data-insert]') ?? [])];
  const openSnippets = (): void => {
    setChoosing(true);
    requestAnimationFrame(() => searchField.current?.focus());
  };

  const asking = useRef(false);
  const goPrivate = async (): Promise<void> => {
    if (asking.current) return;
    asking.current = true;
    const requestId = crypto.randomUUID();
    const answer = await askWorker('goPrivate', { requestId, tweet: plain(tweet), draft: '' });
    asking.current = false;
    if (!answer.ok) return notices.warn(answer.reason);
    const taken = answer.value;
    void announceCustomers([tweet.handle.toLowerCase()]);
    onInvited({ requestId, tweet, taken });
    notices.tell(`#${taken.caseNumber} goes on in direct messages`, () => {
      onInvited(null);
      void takeBack(requestId, notices);
    });
  };
  const remind = async ({ dueAt, reason, when }: Reminder): Promise<void> => {
    const requestId = crypto.randomUUID();
    try {
      const rep = await signatureAtDesk(db);
      const handles = await desk.remind({ requestId, tweetId: tweet.id, dueAt, reason, by: rep });
      if (!handles) return notices.warn('No follow-up was noted: the case is gone already.');
      void askWorker('followUpsChanged', {});
      if (invitation) onInvited({ ...invitation, taken: { ...invitation.taken, reminder: null } });
      notices.tell(`Follow-up noted: ${when}`, () => void takeBack(requestId, notices));
    } catch (error) {
      notices.warn(describeFailure(error, null));
    }
  };

  const there = suggestions !== null || invitation !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once they are there, and not again
  useEffect(() => {
    if (focused && there) inserts()[0]?.focus();
  }, [focused, there]);

  useLayoutEffect(() => {
    commands.current = {
      focus: () => {
        const all = inserts();
        const at = all.indexOf(document.activeElement as HTMLElement);
        all[(at + 1) % all.length]?.focus();
      },
      copy: () => {
        const card = document.activeElement?.closest('[data-approach]');
        const chosen = suggestions?.find(({ approach }) => approach === card?.getAttribute('data-approach'));
        const suggestion = chosen ?? suggestions?.[0];
        if (invitation) inserting.copy(invitation.taken.text);
        else if (suggestion) inserting.copy(suggestion.text);
      },
      another,
      snippets: openSnippets,
      goPrivate: () => {
        if (canGoPrivate) void goPrivate();
      },
    };
    return () => {
      commands.current = null;
    };
  });

  if (invitation) {
    const { text, caseNumber, reminder } = invitation.taken;
    return (
      <div ref={box}>
        <Invitation
          {...{ text, caseNumber, reminder }}
          lang={tweet.lang}
          outcome={inserting.outcome}
          onInsert={() => inserting.insert(text)}
          onCopy={() => inserting.copy(text)}
          onOpenLink={() => inserting.openLink(text)}
          onRemind={(chosen) => void remind(chosen)}
          onClose={() => onInvited(null)}
        />
      </div>
    );
  }
  return (
    <div ref={box}>
      <Suggestions
        {...{ suggestions, failure }}
        lang={tweet.lang}
        outcome={inserting.outcome}
        onInsert={inserting.insert}
        onCopy={inserting.copy}
        onOpenLink={inserting.openLink}
        onAnother={another}
        onRetry={retry}
      >
        <div className="mt-2 flex flex-wrap gap-1.5">
          <Button
            icon={TextQuote}
            title={hint('snippets')}
            aria-expanded={choosing}
            className="gap-1.5 px-3"
            onClick={() => (choosing ? setChoosing(false) : openSnippets())}
          >
            Snippets
          </Button>
          {canGoPrivate && (
            <Button
              icon={LockKeyhole}
              title={hint('goPrivate')}
              className="gap-1.5 px-3"
              onClick={() => void goPrivate()}
            >
              Take it private
            </Button>
          )}
        </div>
        {choosing && snippets && (
          <Snippets
            rows={snippets.rows}
            count={snippets.count}
            sought={snippets.sought}
            searchField={searchField}
            warned={warned}
            outcome={inserting.outcome}
            onSeek={snippets.seek}
            onInsert={(row, meant) => {
              const warn = row.filled.missing.length > 0 && !meant;
              setWarned(warn ? row.id : null);
              if (!warn) inserting.insert(row.filled.text);
            }}
            onCopy={inserting.copy}
            onOpenLink={inserting.openLink}
            onClose={() => setChoosing(false)}
            onSettings={() => void browser.runtime.openOptionsPage()}
          />
        )}
      </Suggestions>
    </div>
  );
}
