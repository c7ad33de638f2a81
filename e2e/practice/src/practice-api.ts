import type { PracticeTweet } from '../data/types';
import type { UiLanguage } from './i18n';
import { goTo } from './router';
import {
  addTweet,
  changed,
  editTweet,
  idOf,
  params,
  posted,
  removeTweet,
  setTheme,
  setUi,
  switchAccount,
} from './store';
import type { ThemeName } from './theme';
import { rerender } from './timeline/live';
import { stats } from './timeline/stats';

/** What tests may do to the page from its own world. */
export interface PracticeApi {
  goto: (path: string) => void;
  setTheme: (theme: ThemeName) => void;
  setUi: (ui: UiLanguage) => void;
  switchAccount: (handle: string) => void;
  addTweet: (tweet: PracticeTweet) => string;
  editTweet: (key: string, text: string) => void;
  deleteTweet: (key: string) => void;
  rerender: (statusId?: string) => void;
  recycle: () => void;
  idOf: (key: string) => string | undefined;
  posted: typeof posted;
  postPresses: number;
  stats: () => typeof stats;
  calm: (on: boolean) => void;
}

declare global {
  interface Window {
    practice: PracticeApi;
  }
}

export function exposeApi(): void {
  window.practice = {
    goto: goTo,
    setTheme,
    setUi,
    switchAccount,
    addTweet,
    editTweet,
    deleteTweet: removeTweet,
    rerender: (id) => rerender(id),
    recycle: () => window.dispatchEvent(new Event('practice:recycle')),
    idOf,
    posted,
    postPresses: 0,
    stats: () => ({ ...stats }),
    calm: (on) => {
      params.calm = on;
      changed();
    },
  };
}
