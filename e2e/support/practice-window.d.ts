/** What the practice page offers to tests in its own world; the page itself is type-checked apart, with React 18. */
interface Window {
  practice: {
    goto(path: string): void;
    setTheme(theme: 'light' | 'dim' | 'black'): void;
    setUi(language: 'en' | 'ja' | 'ar'): void;
    switchAccount(handle: string): void;
    addTweet(tweet: import('../practice/data/types').PracticeTweet): string;
    editTweet(key: string, text: string): void;
    deleteTweet(key: string): void;
    rerender(statusId?: string): void;
    recycle(): void;
    idOf(key: string): string | undefined;
    calm(on: boolean): void;
    stats(): { cellsMounted: number; articlesReused: number; subtreesReplaced: number; ticks: number };
    postPresses: number;
    posted: { id: string; text: string; by: string; replyTo?: string }[];
  };
}
