import type { TroubleWords } from './types';

/** Hebrew (X still uses the old code). */
export const hebrew: TroubleWords = {
  lang: 'iw',
  trouble: [
    'לא עובד',
    'לא עובדת',
    'נפל',
    'נפלה',
    'נפילה',
    'תקלה',
    'תקלות',
    'מנותק',
    'מתנתק',
    'איטי',
    'איטית',
    'גרוע',
    'גרועה',
    'גרועים',
    'בושה',
    'נוכלים',
    'נמאס',
    'אין',
    'שוב',
    'מחכה',
    'חויבתי',
    'חיוב',
    'בעיה',
    'מבטל',
    'לבטל',
    'זוועה',
  ],
};
