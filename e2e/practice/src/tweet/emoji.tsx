import { r } from '../atoms';
import { emojiPicture } from '../media';

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Split a text into runs of plain text and single emoji. */
export function splitEmoji(value: string): { emoji: boolean; value: string }[] {
  if (!EMOJI.test(value)) return value ? [{ emoji: false, value }] : [];
  const parts: { emoji: boolean; value: string }[] = [];
  for (const { segment } of segmenter.segment(value)) {
    const emoji = EMOJI.test(segment) && !/^[\d#*©®™]$/u.test(segment);
    const last = parts[parts.length - 1];
    if (!emoji && last && !last.emoji) last.value += segment;
    else parts.push({ emoji, value: segment });
  }
  return parts;
}

/** An emoji as X shows it: a picture whose alt is the character. */
export function Emoji({ value }: { value: string }) {
  const look = r({
    height: '1.2em',
    width: '1.2em',
    margin: '0 0.075em',
    verticalAlign: '-20%',
    display: 'inline-block',
  });
  return <img alt={value} draggable="false" src={emojiPicture(value)} title="" className={look} />;
}
