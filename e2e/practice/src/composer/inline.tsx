import { r, view } from '../atoms';
import { useUi } from '../i18n';
import { getStatus } from '../store';
import { Composer } from './composer';

/** The reply box below a focal tweet, in the same cell. */
export function InlineReply({ replyTo, inDialog = false }: { replyTo: string; inDialog?: boolean }) {
  const { words } = useUi();
  const status = getStatus(replyTo);
  if (!status || status.ad) return null;
  return (
    <div className={view(r({ display: 'block' }))} data-testid="inline_reply_offscreen">
      <Composer
        key={replyTo}
        kind="inline"
        replyTo={replyTo}
        placeholder={words.postYourReply}
        buttonTestId={inDialog ? 'tweetButton' : 'tweetButtonInline'}
      />
    </div>
  );
}
