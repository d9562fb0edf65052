import { Failed } from './states';
import { defineTexts, useTexts } from './texts';

const texts = defineTexts({
  network: { zh: '连不上服务', en: 'The service cannot be reached' },
  networkNext: { zh: '检查网络，或确认服务正在运行，然后重试。', en: 'Check the network and that the service is running, then try again.' },
  malformed: { zh: '服务的回答与约定不符', en: 'The service answered something unexpected' },
  malformedNext: {
    zh: '页面和服务的版本可能不同。刷新页面；仍不行时请把技术细节发给维护人员。',
    en: 'Page and service may be of different versions. Reload; if that does not help, send the technical details to whoever runs it.',
  },
  missing: { zh: '没有找到', en: 'Not found' },
  missingNext: { zh: '它可能已被清除，或不在所选范围内。', en: 'It may have been removed, or lies outside what is selected.' },
  refused: { zh: '服务不接受这个请求', en: 'The service did not accept the request' },
  refusedNext: { zh: '链接里的条件可能不对，换一个范围再试。', en: 'Something in the link may be wrong; try another range.' },
  broken: { zh: '出错了', en: 'Something went wrong' },
  brokenNext: { zh: '不是您的操作造成的。请重试；仍不行时请把技术细节发给维护人员。', en: 'You did nothing wrong. Try again; if that does not help, send the technical details to whoever runs it.' },
});

/** Why something failed, in the little that words for it need (`failureOf` of the API's room tells it of any error). */
export interface Failure {
  kind: 'network' | 'malformed' | 'missing' | 'refused' | 'broken';
  /** For whoever mends it. */
  detail: string;
}

/** `Failed` in words for each kind of failure. */
export function FailedToLoad({ failure, onRetry }: { failure: Failure; onRetry?: (() => void) | undefined }) {
  const t = useTexts(texts);
  return (
    <Failed title={t[failure.kind]} detail={failure.detail} onRetry={onRetry}>
      <p>{t[`${failure.kind}Next`]}</p>
    </Failed>
  );
}
