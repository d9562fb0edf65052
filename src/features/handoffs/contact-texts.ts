import type { ContactResult } from '#model';
import { defineTexts } from '#ui';

export const contactResultWords = defineTexts<Record<ContactResult, string>>({
  reached: { zh: '联系上了', en: 'Reached' },
  'no-answer': { zh: '无人接听', en: 'No answer' },
  busy: { zh: '占线', en: 'Busy' },
  refused: { zh: '拒接', en: 'Hung up' },
  'wrong-contact': { zh: '联系方式有误', en: 'Wrong contact' },
});
