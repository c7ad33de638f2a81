import { body15, bold, clip, ellipsis, fill, IMG, r, round, row, run, small13, text, view } from '../atoms';
import { useUi } from '../i18n';
import { Icon } from '../icons';
import { hash32 } from '../ids';
import { photo } from '../media';
import type { Status } from '../statuses';
import { usePalette } from '../theme';
import { ActionBar } from './actionbar';

const cover = r({ backgroundSize: 'cover', backgroundPosition: 'center' });
const framed = (border: string) =>
  r({ borderRadius: 16, overflow: 'hidden', border: `1px solid ${border}`, marginTop: 12 });
const block = r({ display: 'block', width: '100%' });

function Picture({ source, label }: { source: string; label: string }) {
  return (
    <div aria-label={label} className={view(fill)} data-testid="tweetPhoto" style={{ margin: 0 }}>
      <div className={view(fill, cover)} style={{ backgroundImage: `url("${source}")` }} />
      <img alt={label} draggable="true" src={source} className={IMG} />
    </div>
  );
}

/** One to four photos in X's grid, each a link to its viewer. */
export function Photos({ status }: { status: Status }) {
  const palette = usePalette();
  const { words } = useUi();
  const sources =
    status.media ?? Array.from({ length: Math.min(4, status.photos ?? 0) }, (_, i) => photo(`${status.key}/${i}`));
  const single = sources.length === 1;
  return (
    <div className={view(framed(palette.border), row, r({ flexWrap: 'wrap', gap: 2 }))}>
      {sources.map((source, index) => (
        <div
          key={source.length + source.slice(-40) + String(index)}
          className={view(r({ flexGrow: 1, flexBasis: single ? '100%' : 'calc(50% - 1px)' }))}
        >
          <a href={`/${status.by}/status/${status.id}/photo/${index + 1}`} role="link" className={view()}>
            <div className={view()}>
              <div className={block} style={{ paddingBottom: single ? '62%' : '56.25%' }} />
              <Picture source={source} label={words.image} />
            </div>
          </a>
        </div>
      ))}
    </div>
  );
}

/** A video: X wraps it in the same placement tracking that it uses for ads. */
export function Video({ status }: { status: Status }) {
  const palette = usePalette();
  const { words } = useUi();
  const ratio = hash32(status.key) & 1 ? '56.25%' : '62.5%';
  return (
    <div className={view(framed(palette.border))} data-testid="tweetPhoto">
      <div className={view()}>
        <div className={block} style={{ paddingBottom: ratio }} />
        <div className={view(fill)}>
          <div className={view(fill)} data-testid="placementTracking">
            <div className={view(fill)} data-testid="videoPlayer">
              <div className={view(fill)}>
                <div className={block} style={{ paddingBottom: ratio }} />
                <div className={view(fill)}>
                  <div
                    data-testid="videoComponent"
                    style={{ height: '100%', position: 'relative', transform: 'translateZ(0px)', width: '100%' }}
                  >
                    <div style={{ height: '100%', position: 'absolute', width: '100%' }}>
                      <div
                        style={{
                          position: 'relative',
                          width: '100%',
                          height: '100%',
                          backgroundColor: 'transparent',
                          overflow: 'hidden',
                        }}
                      >
                        <video
                          preload="none"
                          playsInline
                          tabIndex={-1}
                          aria-label={words.video}
                          poster={photo(`${status.key}/v`)}
                          style={{
                            width: '100%',
                            height: '100%',
                            position: 'absolute',
                            backgroundColor: 'black',
                            top: 0,
                            left: 0,
                            objectFit: 'cover',
                          }}
                        />
                      </div>
                    </div>
                    <div tabIndex={0} className={view(fill, r({ alignItems: 'center', justifyContent: 'center' }))}>
                      <button
                        type="button"
                        role="button"
                        aria-label={words.play}
                        className={view(
                          round,
                          r({
                            width: 56,
                            height: 56,
                            backgroundColor: 'rgb(29, 155, 240)',
                            color: '#fff',
                            alignItems: 'center',
                            justifyContent: 'center',
                            border: '3px solid #fff',
                          }),
                        )}
                      >
                        <Icon name="play" size={26} filled />
                      </button>
                    </div>
                  </div>
                </div>
              </div>
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}

/** A link card: large picture with the title on it, and the domain below. */
export function Card({ status, mediaId, cardId }: { status: Status; mediaId: string; cardId: string }) {
  const palette = usePalette();
  const { words } = useUi();
  const card = status.card;
  if (!card) return null;
  const href = status.ad ? `https://${card.domain}/?source=nest` : `https://t.co/${hash32(card.title).toString(36)}`;
  const picture = (
    <div className={view()}>
      <div className={block} style={{ paddingBottom: '52.356%' }} />
      <div className={view(fill)} style={{ margin: 0 }}>
        <div className={view(fill, cover)} style={{ backgroundImage: `url("${photo(card.title)}")` }} />
        <img alt="" draggable="true" src={photo(card.title)} className={IMG} />
      </div>
    </div>
  );
  return (
    <>
      <div
        aria-labelledby={`${mediaId} ${cardId}x`}
        className={view(framed(palette.border))}
        data-testid="card.wrapper"
        id={cardId}
      >
        <div className={view()} data-testid="card.layoutLarge.media" id={mediaId}>
          <a
            href={href}
            rel="noopener noreferrer nofollow"
            target="_blank"
            role="link"
            aria-label={`${card.domain} ${card.title}`}
            className={view()}
          >
            {picture}
            <div
              className={view(r({ position: 'absolute', bottom: 12, left: 12, right: 12, alignItems: 'flex-start' }))}
            >
              <div
                className={view(
                  clip,
                  r({ borderRadius: 4, backgroundColor: 'rgba(0, 0, 0, 0.77)', padding: '0 4px', maxWidth: '100%' }),
                )}
              >
                <div
                  dir="ltr"
                  className={text(small13, ellipsis, r({ lineHeight: '20px' }))}
                  style={{ color: 'rgb(255, 255, 255)', textOverflow: 'ellipsis' }}
                >
                  <span className={run()}>{card.title}</span>
                </div>
              </div>
            </div>
          </a>
        </div>
        <div className={view()} id={`${cardId}x`} />
      </div>
      <a
        href={href}
        rel="noopener noreferrer nofollow"
        target="_blank"
        role="link"
        dir="ltr"
        className={text(small13, r({ marginTop: 4 }))}
        style={{ color: palette.secondary }}
      >
        {words.from} {card.domain}
      </a>
    </>
  );
}

/** The rest of a long article: a cover, a title and the body, all read-only Draft.js markup. */
export function LongArticle({ status }: { status: Status }) {
  const palette = usePalette();
  const { words } = useUi();
  const [title, ...paragraphs] = status.text.split('\n').filter(Boolean);
  return (
    <div className={view()} data-testid="twitterArticleReadView">
      <div className={view()}>
        <a href={`/${status.by}/article/${status.id}/media/1`} role="link" className={view()}>
          <div className={view()}>
            <div className={block} style={{ paddingBottom: '40%' }} />
            <Picture source={photo(status.key)} label={words.image} />
          </div>
        </a>
      </div>
      <div className={view()}>
        <div className={view()}>
          <div
            dir="auto"
            className={text(bold, r({ fontSize: 31, lineHeight: '36px', marginTop: 16 }))}
            data-testid="twitter-article-title"
            style={{ color: palette.text }}
          >
            <span className={run()}>{title}</span>
          </div>
        </div>
        {/* X puts a second action bar, without an id, between title and body. */}
        <div className={view()}>
          <ActionBar status={status} />
        </div>
        <div className={view(r({ marginTop: 12 }))} data-testid="twitterArticleRichTextView">
          <div className={view()}>
            <div
              data-testid="longformRichTextComponent"
              contentEditable={false}
              style={{ outline: 'none', userSelect: 'text', whiteSpace: 'pre-wrap' }}
            >
              <div
                data-contents="true"
                className={text(body15, r({ color: palette.text, fontSize: 17, lineHeight: '26px' }))}
              >
                {paragraphs.map((paragraph, index) => {
                  const key = `${hash32(paragraph).toString(36).slice(0, 5)}-${index}-0`;
                  return (
                    <div
                      key={key}
                      data-block="true"
                      data-editor="f0a1e"
                      data-offset-key={key}
                      className={r({ marginBottom: 16 })}
                    >
                      <div data-offset-key={key}>
                        <span data-offset-key={key}>
                          <span data-text="true">{paragraph}</span>
                        </span>
                      </div>
                    </div>
                  );
                })}
              </div>
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}
