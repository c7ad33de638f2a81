import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Learned } from '../../components/settings/Learned';
import { Section } from '../../components/settings/Section';
import type { Notices } from '../../components/use-notice';
import { useNow } from '../../components/use-now';
import type { Forgotten } from '../../lib/corrections/corrections';
import { describeFailure } from '../../lib/desk/failure';
import { corrections, db } from '../../lib/desk/local';
import { announceState } from '../../lib/tabs';
import { englishLocale } from '../../lib/time/time';

/** Corrections that are shown at first, and with each press of the button that shows more. */
const PAGE = 10;

/** What the reps have put right: shown as it is now, and changed at once. */
export function LearnedSection({ notices }: { notices: Notices }) {
  const [shown, setShown] = useState(PAGE);
  const now = useNow(30_000);
  const learned = useLiveQuery(async () => {
    const [count, latest] = await Promise.all([corrections.count(), corrections.latest(shown)]);
    return { count, latest };
  }, [shown]);

  const change = async (write: () => Promise<Forgotten | undefined>, said: string | null): Promise<void> => {
    try {
      const forgotten = await write();
      void announceState(db);
      if (said && forgotten) notices.tell(said, () => void change(() => restore(forgotten), null));
    } catch (error) {
      notices.warn(describeFailure(error, null));
    }
  };

  return (
    <Section
      id="learned"
      title="What Hark has learned from you"
      about="Each “Not about us”, “This one is ours” and “Not a complaint” counts for its own tweet at once, and tips the scales for tweets like it. Of the tweet Hark keeps its address and numbers made of its words, not the text; on this computer."
    >
      {learned && (
        <Learned
          {...learned}
          now={now}
          locale={englishLocale(navigator.languages)}
          onMore={() => setShown(shown + PAGE)}
          onUndo={({ id, handle }) =>
            void change(() => corrections.forget([id]), `Taken back: what you said of @${handle}’s tweet`)
          }
          onForgetAll={() => void change(() => corrections.forget(), 'All corrections forgotten')}
        />
      )}
    </Section>
  );
}

async function restore(forgotten: Forgotten): Promise<undefined> {
  await corrections.restore(forgotten);
}
