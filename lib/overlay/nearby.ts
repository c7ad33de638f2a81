import type { Host } from './host';
import type { ImpostorActions, ImpostorView, MarkActions, MarkView } from './views';

/** Tells more of a chip: opens on hover, focus and click. */
export interface Telling {
  hide(): void;
  /** Hides it and forgets what was to come. */
  remove(): void;
}

/** What is drawn only where the rep comes near. It comes with a script that is fetched for it. */
export interface Nearby {
  /** @param view what the chip shows at the moment */
  tellOfMark(host: Host, button: HTMLElement, view: () => MarkView | null, actions: MarkActions): Telling;
  tellOfImpostor(host: Host, button: HTMLElement, view: () => ImpostorView | null, actions: ImpostorActions): Telling;
}

let fetchNearby: () => Promise<Nearby> = () => Promise.reject(new Error('Nobody fetches it.'));

/** Sets where it comes from. */
export function nearbyComesFrom(fetch: () => Promise<Nearby>): void {
  fetchNearby = fetch;
}

/** Does something with it as soon as it is there; nothing where it cannot be fetched. */
export function whenNearby(use: (nearby: Nearby) => void): void {
  fetchNearby().then(use, () => {});
}
