import { catalogueQuery, failureOf, qualityQuery } from '#api';
import { QUALITY_DAYS, type Quality } from '#contract';
import { defineTexts, Empty, FailedToLoad, Loading, Panel, useFormats, useLocalize, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { QualityReport, type QualityWords } from './quality-report';
import styles from './request-quality.module.css';

const texts = defineTexts({
  title: { zh: '数据质量 · 接口送来的事件', en: 'Data quality · events sent through the API' },
  note: {
    zh: (days: string, events: string, instances: string) => `最近 ${days} 天：${events} 个事件，${instances} 个实例。导入的文件各有自己的报告。`,
    en: (days: string, events: string, instances: string) => `The last ${days} days: ${events} events of ${instances} instances. Imported files have reports of their own.`,
  },
  none: { zh: '还没有由接口送来的事件', en: 'No events were sent through the API yet' },
  noneNext: { zh: '复制“通过接口发送”里的命令，在终端里运行；这里随后说明它们有没有问题。', en: 'Copy the command of “Send through the API” into a terminal; what is odd about them is then told here.' },
  rows: {
    zh: (since: string, rows: string, rejected: string) => `自服务启动（${since}）以来收到 ${rows} 行，拒收 ${rejected} 行。被拒的行不保存，服务重启后从零数起。`,
    en: (since: string, rows: string, rejected: string) => `Since the server started (${since}): ${rows} rows received, ${rejected} rejected. Rejected rows are not kept, and counted from zero after a restart.`,
  },
  others: {
    zh: (others: string) => `其中 ${others} 行另有原因（例如不是 JSON）：每次请求的回答里写明了。`,
    en: (others: string) => `${others} of them for other reasons, such as no JSON: the answer to each request says which.`,
  },
});

/** What is said otherwise than of a file, which is imported again. */
const words = defineTexts({
  first: { zh: (shown: string, all: string) => `最近 ${shown} 个不同的，总数 ${all}`, en: (shown: string, all: string) => `the newest ${shown} different ones, ${all} in all` },
  jump: { zh: '晚到，或时钟倒退（一小时以上）', en: 'Late, or a clock that jumps back, by an hour or more' },
  noOutcome: { zh: '没写结果，或结果不认识', en: 'No outcome, or none that is known' },
  missing: { zh: '这些行没有收下：少了它们，停留会变长，断点可能看不见。补上 at 后用同样的 id 再发。', en: 'These rows are not taken: without them stays look longer, and breaks may not be seen. Fill in at and send them again with the same id.' },
  unreadable: { zh: '这些行没有收下：at 要写成带时差的 ISO 8601，例如 2026-06-01T12:00:00+08:00。改好后用同样的 id 再发，不会重复。', en: 'These rows are not taken: at is ISO 8601 with an offset, such as 2026-06-01T12:00:00+08:00. Send them again with the same id; nothing is doubled.' },
  order: { zh: '一律按时间排序，和到达的先后不同：流转以时间为准。', en: 'Time decides the order, not when they arrived: transitions follow the time.' },
  jumpEffect: { zh: '只是晚到的不影响数字；如果是时钟调整或时区混用，流转方向、停留和超时会因此出错，请核对来源。', en: 'What is merely late does no harm; where a clock was changed or zones are mixed, transitions, stays and overruns are wrong because of it. Please check the source.' },
  unknown: { zh: '这些行没有收下，数字里没有它们：在目录里加上，或改正发送方，再用同样的 id 发一次，不会重复。', en: 'These rows are not taken and in no figure: add it to the catalogue, or correct the sender, and send them again with the same id; nothing is doubled.' },
  outcomeEffect: { zh: '这些行没有收下：失败和受限可能因此看不见。写明 outcome 后用同样的 id 再发。', en: 'These rows are not taken: failures and limits may not be seen because of it. Say the outcome and send them again with the same id.' },
  endEffect: { zh: '算“进行中”或“流失”：正在办的本来没有结尾；如果来源从不送结尾，请在目录里标出算办完的步骤。', en: 'They are under way or lost: what is under way has no end yet; if the source never sends one, mark the steps that complete the journey.' },
});

/** What is odd about the events that came through the API, and about the rows it did not take. */
export function RequestQuality() {
  const t = useTexts(texts);
  const { exact } = useFormats();
  const { data, error, refetch } = useQuery(qualityQuery());
  const has = data !== undefined && (data.events > 0 || data.requests.rows > 0);
  return (
    <Panel title={t.title} note={has && t.note(exact(QUALITY_DAYS), exact(data.events), exact(data.instances))}>
      {error && <FailedToLoad failure={failureOf(error)} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && !has && <Empty title={t.none}><p>{t.noneNext}</p></Empty>}
      {has && <Told quality={data} />}
    </Panel>
  );
}

function Told({ quality: { findings, requests, zone } }: { quality: Quality }) {
  const t = useTexts(texts);
  const w = useTexts(words);
  const localize = useLocalize();
  const { dateTime, exact } = useFormats();
  const touchpoints = useQuery(catalogueQuery()).data?.touchpoints ?? [];
  const named = findings.map((finding) => {
    const touchpoint = touchpoints.find(({ id }) => id === finding.touchpoint);
    return touchpoint ? { ...finding, touchpoint: localize(touchpoint.name) } : finding;
  });
  const own: QualityWords = {
    first: w.first,
    kinds: { 'clock-jump': w.jump, 'no-outcome': w.noOutcome },
    effects: {
      'time-missing': w.missing,
      'time-unreadable': w.unreadable,
      'out-of-order': w.order,
      'clock-jump': w.jumpEffect,
      'unknown-journey': w.unknown,
      'unknown-step': w.unknown,
      'unknown-touchpoint': w.unknown,
      'no-outcome': w.outcomeEffect,
      'no-end': w.endEffect,
    },
  };
  return (
    <>
      <QualityReport findings={named} words={own} />
      <p className={styles.rows}>
        {t.rows(dateTime(requests.since, zone), exact(requests.rows), exact(requests.rejected))}
        {requests.others > 0 && ` ${t.others(exact(requests.others))}`}
      </p>
    </>
  );
}
