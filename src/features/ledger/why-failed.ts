import { ApiError, failureOf } from '#api';
import { reasonIn } from '#contract';

const NO_ANSWER = { zh: '连不上服务，没有成功。请稍后再试。', en: 'The service cannot be reached, so nothing was done. Please try again later.' };

/** Why something that was to be done with a file was not, for whoever chose the file. */
export function whyFailed(error: unknown, language: 'zh' | 'en'): string {
  const reasons = error instanceof ApiError ? error.reasons : [];
  if (reasons.length > 0) return reasons.map((reason) => reasonIn(language, reason)).join(' ');
  const { kind, detail } = failureOf(error);
  return kind === 'network' ? NO_ANSWER[language] : detail;
}
