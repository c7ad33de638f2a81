import type { TroubleWords } from './types';

/** Thai. */
export const thai: TroubleWords = {
  lang: 'th',
  trouble: ['ล่ม', 'ช้า', 'หลุด', 'ใช้ไม่ได้', 'ไม่มี', 'พัง', 'แย่', 'ห่วย', 'เสีย', 'ยกเลิก', 'เก็บเงิน', 'รอนาน', 'เมื่อไหร่จะ'],
};
