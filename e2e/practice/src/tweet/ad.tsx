import { r, view } from '../atoms';
import { Article, type ArticleProps } from './article';

const PIXELS = ['top', 'right', 'bottom', 'left'] as const;

/** A paid tweet: the whole article inside placement tracking, behind four pixels that measure whether it was seen. */
export function Ad(props: ArticleProps) {
  return (
    <div className={view()} data-testid="placementTracking">
      {PIXELS.map((side) => (
        <div
          key={side}
          className={view(r({ position: 'absolute', width: 1, height: 1, opacity: 0 }))}
          data-testid={`${side}-impression-pixel`}
        >
          <div className={view()} data-testid="placementTracking">
            <div className={view()} />
          </div>
        </div>
      ))}
      <Article {...props} />
    </div>
  );
}
