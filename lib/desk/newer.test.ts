import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { readWatchlist } from '../settings/settings';
import { emptyWatchlist } from '../watchlist/watchlist';
import { DeskDatabase } from './database';
import { Desk } from './desk';
import { describeFailure, isNewerDesk } from './failure';

const watchlist = { ...emptyWatchlist, handles: ['Lantern'] };
let factory: IDBFactory;

/** Makes a database as a later version of Hark would, with stores and rows that this one does not know. */
function makeNewer(stores: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const request = factory.open('hark', 90);
    request.onupgradeneeded = () => {
      for (const name of stores) request.result.createObjectStore(name);
      if (stores.includes('settings')) {
        request.transaction?.objectStore('settings').put({ key: 'watchlist', value: watchlist }, 'watchlist');
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

beforeEach(() => {
  factory = new IDBFactory();
  Dexie.dependencies.indexedDB = factory;
});

describe('a database of a newer version', () => {
  it.each([[['settings', 'later']], [[]]])('with stores %j is refused in words and left as it is', async (stores) => {
    await makeNewer(stores);
    const db = new DeskDatabase();
    const desk = new Desk({ db, now: () => 1, newId: () => 'id' });
    for (let attempt = 0; attempt < 2; attempt++) {
      const error: unknown = await desk.dismiss('1', true).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(isNewerDesk(error)).toBe(true);
      expect(describeFailure(error, 'your note')).toBe(
        'This desk was last used with a newer version of Hark. Nothing was changed. Copy your note, update Hark to go on.',
      );
    }
    expect(await readWatchlist(db)).toEqual(stores.length > 0 ? watchlist : emptyWatchlist);
    expect(await factory.databases()).toEqual([{ name: 'hark', version: 90 }]);
  });
});
