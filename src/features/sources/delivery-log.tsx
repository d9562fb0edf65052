import { deliveriesQuery, failureOf, redeliver, statusQuery } from '#api';
import type { Delivery } from '#contract';
import { Button, FailedToLoad, Loading, Tag, type Tone, useFormats, useTexts } from '#ui';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { deliveryWords, eventWords, webhookTexts } from './webhook-texts';
import styles from './webhooks-panel.module.css';

const TONES: Record<Delivery['state'], Tone> = { waiting: 'neutral', delivered: 'good', failed: 'break' };

/** What was sent to one address, newest first, with every attempt; each can be sent again. */
export function DeliveryLog({ webhook }: { webhook: string }) {
  const t = useTexts(webhookTexts);
  const asked = useInfiniteQuery(deliveriesQuery(webhook));
  const deliveries = asked.data?.pages.flatMap(({ items }) => items);
  if (!deliveries) return asked.isError ? <FailedToLoad failure={failureOf(asked.error)} onRetry={() => void asked.refetch()} /> : <Loading />;
  if (deliveries.length === 0) return <p className={styles.quiet}>{t.nothingSent}</p>;
  return (
    <>
      <ol className={styles.deliveries}>
        {deliveries.map((one) => (
          <Sent key={one.id} delivery={one} />
        ))}
      </ol>
      {asked.hasNextPage && <Button onClick={() => void asked.fetchNextPage()} disabled={asked.isFetchingNextPage}>{t.more}</Button>}
    </>
  );
}

function Sent({ delivery }: { delivery: Delivery }) {
  const t = useTexts(webhookTexts);
  const events = useTexts(eventWords);
  const states = useTexts(deliveryWords);
  const { dateTime, exact } = useFormats();
  const queries = useQueryClient();
  const zone = useQuery(statusQuery()).data?.zone ?? 'Asia/Shanghai';
  const again = useMutation({
    mutationFn: () => redeliver(delivery.id),
    onSettled: () => queries.invalidateQueries({ queryKey: deliveriesQuery(delivery.webhook).queryKey }),
  });
  const last = delivery.attempts.at(-1);
  return (
    <li>
      <details>
        <summary>
          <Tag tone={TONES[delivery.state]}>{states[delivery.state]}</Tag> {events[delivery.event]} {delivery.subject} · {dateTime(delivery.at, zone)} · {t.attempts(exact(delivery.attempts.length))}
          {last && ` · ${last.status ?? last.error ?? ''}`}
          {delivery.nextAt !== undefined && delivery.state === 'waiting' && ` · ${t.again(dateTime(delivery.nextAt, zone))}`}
        </summary>
        <ul className={styles.quiet}>
          {delivery.attempts.map(({ at, status, error, ms }) => (
            <li key={at}>
              {dateTime(at, zone)} · {status === undefined ? t.unreachable(error ?? '') : t.answered(String(status), exact(ms))}
            </li>
          ))}
        </ul>
        <pre aria-label={t.body}>{delivery.body}</pre>
      </details>
      <Button look="quiet" disabled={again.isPending} onClick={() => again.mutate()}>{t.redeliver}</Button>
      {again.isError && <p role="alert" className={styles.bad}>{failureOf(again.error).detail}</p>}
    </li>
  );
}
