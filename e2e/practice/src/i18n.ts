import { createContext, useContext } from 'react';

export type UiLanguage = 'en' | 'ja' | 'ar';

const en = {
  home: 'Home',
  explore: 'Explore',
  notifications: 'Notifications',
  messages: 'Messages',
  lists: 'Lists',
  bookmarks: 'Bookmarks',
  profile: 'Profile',
  more: 'More',
  post: 'Post',
  postAll: 'Post all',
  reply: 'Reply',
  replies: 'Replies',
  repost: 'Repost',
  like: 'Like',
  liked: 'Liked',
  bookmark: 'Bookmark',
  share: 'Share post',
  views: 'Views',
  viewAnalytics: 'views. View post analytics',
  reposted: 'reposted',
  pinned: 'Pinned',
  ad: 'Ad',
  showMore: 'Show more',
  quote: 'Quote',
  verified: 'Verified account',
  actions: 'Post actions',
  search: 'Search',
  searchQuery: 'Search query',
  back: 'Back',
  close: 'Close',
  forYou: 'For you',
  following: 'Following',
  latest: 'Latest',
  top: 'Top',
  mentions: 'Mentions',
  all: 'All',
  posts: 'Posts',
  conversation: 'Conversation',
  timeline: 'Timeline: ',
  homeTimeline: 'Your Home Timeline',
  relevantPeople: 'Relevant people',
  trending: 'Trending',
  happening: 'What’s happening',
  follow: 'Follow',
  postText: 'Post text',
  whatsHappening: 'What’s happening?',
  postYourReply: 'Post your reply',
  addComment: 'Add a comment',
  addMedia: 'Add photos or video',
  addPost: 'Add post',
  remove: 'Remove media',
  sent: 'Your post was sent.',
  view: 'View',
  accountMenu: 'Account menu',
  addAccount: 'Add an existing account',
  logOut: 'Log out',
  edited: 'Last edited',
  viewQuotes: 'View quotes',
  relevant: 'Relevant',
  additional: 'Show additional replies, including those that may contain offensive content',
  show: 'Show',
  image: 'Image',
  video: 'Embedded video',
  play: 'Play Video',
  from: 'From',
  replyingTo: 'Replying to',
  newPosts: 'See new posts',
  startMessage: 'Start a new message',
  deletePost: 'Delete',
  list: 'List',
  joined: 'Joined',
  noResults: 'No results',
  article: 'Article',
  ago: 'ago',
  undo: 'Undo repost',
};

type Words = typeof en;

const ja: Words = {
  home: 'ホーム',
  explore: '話題を検索',
  notifications: '通知',
  messages: 'メッセージ',
  lists: 'リスト',
  bookmarks: 'ブックマーク',
  profile: 'プロフィール',
  more: 'もっと見る',
  post: 'ポストする',
  postAll: 'すべてポスト',
  reply: '返信',
  replies: '返信',
  repost: 'リポスト',
  like: 'いいね',
  liked: 'いいねしました',
  bookmark: 'ブックマーク',
  share: 'ポストを共有',
  views: '件の表示',
  viewAnalytics: '件の表示。アナリティクスを表示',
  reposted: 'さんがリポスト',
  pinned: '固定',
  ad: 'プロモーション',
  showMore: 'さらに表示',
  quote: '引用',
  verified: '認証済みアカウント',
  actions: 'ポストの操作',
  search: '検索',
  searchQuery: '検索キーワード',
  back: '戻る',
  close: '閉じる',
  forYou: 'おすすめ',
  following: 'フォロー中',
  latest: '最新',
  top: '話題のポスト',
  mentions: '@ツイート',
  all: 'すべて',
  posts: 'ポスト',
  conversation: '会話',
  timeline: 'タイムライン: ',
  homeTimeline: 'ホームタイムライン',
  relevantPeople: '関連アカウント',
  trending: 'トレンド',
  happening: '「いま」を見つけよう',
  follow: 'フォロー',
  postText: 'ポスト本文',
  whatsHappening: 'いまどうしてる？',
  postYourReply: '返信をポスト',
  addComment: 'コメントを追加',
  addMedia: '画像や動画を追加',
  addPost: 'ポストを追加',
  remove: 'メディアを削除',
  sent: 'ポストを送信しました。',
  view: '表示',
  accountMenu: 'アカウントメニュー',
  addAccount: '既存のアカウントを追加',
  logOut: 'ログアウト',
  edited: '最終編集',
  viewQuotes: '引用を表示',
  relevant: '関連性',
  additional: '不快な内容を含む可能性のある返信も表示する',
  show: '表示',
  image: '画像',
  video: '埋め込み動画',
  play: '動画を再生',
  from: '',
  replyingTo: '返信先',
  newPosts: '新しいポストを見る',
  startMessage: '新しいメッセージを作成',
  deletePost: '削除',
  list: 'リスト',
  joined: '登録',
  noResults: '検索結果はありません',
  article: '記事',
  ago: '前',
  undo: 'リポストを取り消す',
};

const ar: Words = {
  home: 'الرئيسية',
  explore: 'استكشف',
  notifications: 'التنبيهات',
  messages: 'الرسائل',
  lists: 'القوائم',
  bookmarks: 'العلامات المرجعية',
  profile: 'الملف الشخصي',
  more: 'المزيد',
  post: 'نشر',
  postAll: 'نشر الكل',
  reply: 'رد',
  replies: 'الردود',
  repost: 'إعادة نشر',
  like: 'أعجبني',
  liked: 'تم الإعجاب',
  bookmark: 'علامة مرجعية',
  share: 'مشاركة المنشور',
  views: 'مشاهدة',
  viewAnalytics: 'مشاهدة. عرض تحليلات المنشور',
  reposted: 'أعاد النشر',
  pinned: 'مثبت',
  ad: 'إعلان',
  showMore: 'عرض المزيد',
  quote: 'اقتباس',
  verified: 'حساب موثّق',
  actions: 'إجراءات المنشور',
  search: 'بحث',
  searchQuery: 'عبارة البحث',
  back: 'رجوع',
  close: 'إغلاق',
  forYou: 'لك',
  following: 'متابَعون',
  latest: 'الأحدث',
  top: 'الأبرز',
  mentions: 'الإشارات',
  all: 'الكل',
  posts: 'المنشورات',
  conversation: 'المحادثة',
  timeline: 'الخط الزمني: ',
  homeTimeline: 'خطك الزمني الرئيسي',
  relevantPeople: 'أشخاص ذوو صلة',
  trending: 'متداول',
  happening: 'ماذا يحدث',
  follow: 'متابعة',
  postText: 'نص المنشور',
  whatsHappening: 'ماذا يحدث؟',
  postYourReply: 'انشر ردك',
  addComment: 'أضف تعليقًا',
  addMedia: 'إضافة صور أو فيديو',
  addPost: 'إضافة منشور',
  remove: 'إزالة الوسائط',
  sent: 'تم إرسال منشورك.',
  view: 'عرض',
  accountMenu: 'قائمة الحساب',
  addAccount: 'إضافة حساب موجود',
  logOut: 'تسجيل الخروج',
  edited: 'آخر تعديل',
  viewQuotes: 'عرض الاقتباسات',
  relevant: 'ذو صلة',
  additional: 'عرض ردود إضافية قد تحتوي على محتوى مسيء',
  show: 'عرض',
  image: 'صورة',
  video: 'فيديو مضمّن',
  play: 'تشغيل الفيديو',
  from: 'من',
  replyingTo: 'ردًا على',
  newPosts: 'عرض المنشورات الجديدة',
  startMessage: 'بدء رسالة جديدة',
  deletePost: 'حذف',
  list: 'قائمة',
  joined: 'انضم',
  noResults: 'لا توجد نتائج',
  article: 'مقال',
  ago: 'مضت',
  undo: 'إلغاء إعادة النشر',
};

export const WORDS: Record<UiLanguage, Words> = { en, ja, ar };

export interface Ui {
  language: UiLanguage;
  words: Words;
  rtl: boolean;
  /** "17h", "3時間", "١٧ س": what stands in a timeline header. */
  shortAge: (time: number, now: number) => string;
  /** "17 hours ago": its accessible name. */
  longAge: (time: number, now: number) => string;
  /** "7:34 PM · Oct 23, 2025" below a focal tweet. */
  fullTime: (time: number) => string;
  /** "2.5K", "4.8万": abbreviated count. */
  count: (value: number) => string;
}

const LOCALES: Record<UiLanguage, string> = { en: 'en-US', ja: 'ja-JP', ar: 'ar-EG' };

function makeUi(language: UiLanguage): Ui {
  const locale = LOCALES[language];
  const units: Record<UiLanguage, [string, string, string]> = {
    en: ['s', 'm', 'h'],
    ja: ['秒', '分', '時間'],
    ar: ['ث', 'د', 'س'],
  };
  const number = new Intl.NumberFormat(locale, { useGrouping: false });
  const compact = new Intl.NumberFormat(locale, {
    notation: 'compact',
    maximumFractionDigits: 1,
    roundingMode: 'trunc',
  } as Intl.NumberFormatOptions);
  const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
  const date = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric' });
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const space = language === 'ar' ? ' ' : '';
  return {
    language,
    words: WORDS[language],
    rtl: language === 'ar',
    shortAge(time, now) {
      const seconds = Math.max(1, Math.round((now - time) / 1000));
      if (seconds < 60) return `${number.format(seconds)}${space}${units[language][0]}`;
      if (seconds < 3600) return `${number.format(Math.floor(seconds / 60))}${space}${units[language][1]}`;
      if (seconds < 86_400) return `${number.format(Math.floor(seconds / 3600))}${space}${units[language][2]}`;
      return day.format(time);
    },
    longAge(time, now) {
      const seconds = Math.max(1, Math.round((now - time) / 1000));
      if (seconds < 60) return relative.format(-seconds, 'second');
      if (seconds < 3600) return relative.format(-Math.floor(seconds / 60), 'minute');
      if (seconds < 86_400) return relative.format(-Math.floor(seconds / 3600), 'hour');
      return day.format(time);
    },
    fullTime: (time) => `${clock.format(time)} · ${date.format(time)}`,
    count: (value) => (value < 1000 ? number.format(value) : compact.format(value)),
  };
}

const UIS: Partial<Record<UiLanguage, Ui>> = {};

export function uiFor(language: UiLanguage): Ui {
  const known = UIS[language] ?? makeUi(language);
  UIS[language] = known;
  return known;
}

const UiContext = createContext<Ui>(uiFor('en'));

export const UiProvider = UiContext.Provider;
export const useUi = () => useContext(UiContext);
