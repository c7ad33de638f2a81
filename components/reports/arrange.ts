import type { Section } from '../../lib/reports/sections/section';

/** Sections across the whole width, or in two columns beside each other. */
export type Arranged = { wide: Section } | { columns: [Section[], Section[]] };

/** About how tall a section is beside others, in px. */
function heightOf({ picture, notes }: Section): number {
  const frame = 160 + notes.length * 24;
  if (picture?.kind === 'bars') return frame + picture.points.length * 27;
  return frame + (picture ? 220 : 0);
}

/**
 * Puts sections beside each other so that both columns are about as tall, and each column is read from its top to its
 * end. It hangs on nothing that changes as parts unfold: nothing jumps then.
 */
export function arrange(sections: readonly Section[], isWide: (section: Section) => boolean): Arranged[] {
  const arranged: Arranged[] = [];
  let beside: Section[] = [];
  const close = (): void => {
    if (beside.length > 0) arranged.push({ columns: inTwo(beside) });
    beside = [];
  };
  for (const section of sections) {
    if (!isWide(section)) beside.push(section);
    else {
      close();
      arranged.push({ wide: section });
    }
  }
  close();
  return arranged;
}

function inTwo(sections: Section[]): [Section[], Section[]] {
  const tall = (some: readonly Section[]): number => some.reduce((sum, section) => sum + heightOf(section), 0);
  let best = 1;
  for (let at = 1; at < sections.length; at++) {
    const taller = (cut: number): number => Math.max(tall(sections.slice(0, cut)), tall(sections.slice(cut)));
    if (taller(at) < taller(best)) best = at;
  }
  return [sections.slice(0, best), sections.slice(best)];
}
