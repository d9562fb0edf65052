import { deleteWebhook, getDeliveries, getWebhooks, getWebhookTemplates, postRedelivery, postWebhook, postWebhookTest, putWebhook, type Webhook, type webhookTold } from '#contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { changesWith, changesWithOne } from './changes-with';
import { call } from './client';

/** A webhook as it is answered: without its secret. */
export type WebhookTold = z.output<typeof webhookTold>;

/** Where changes are told. */
export const webhooksQuery = () => queryOptions({ queryKey: ['webhooks'], queryFn: ({ signal }) => call(getWebhooks, { signal }), meta: changesWithOne('webhooks', 'settings') });

/** Body templates to start from. */
export const webhookTemplatesQuery = () =>
  queryOptions({ queryKey: ['webhook-templates'], queryFn: ({ signal }) => call(getWebhookTemplates, { signal }), staleTime: 'static' });

/** What was sent to a webhook, newest first, page by page. */
export const deliveriesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['deliveries', id],
    queryFn: ({ pageParam, signal }) => call(getDeliveries, { params: { id }, query: { limit: '20', ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    // Attempts are made some time after what they tell of, and tell no stream.
    refetchInterval: 5_000,
    meta: changesWith('task', 'ticket'),
  });

export type WebhookSettings = Omit<Webhook, 'id'>;

/** Answers the secret too, this once. @throws ApiError */
export const addWebhook = (body: WebhookSettings) => call(postWebhook, { body });

/** @throws ApiError */
export const replaceWebhook = (id: string, body: WebhookSettings) => call(putWebhook, { params: { id }, body });

/** @throws ApiError */
export const removeWebhook = (id: string) => call(deleteWebhook, { params: { id } });

/** Sends an example now and tells what came back. @throws ApiError */
export const tryWebhook = (id: string) => call(postWebhookTest, { params: { id } });

/** Sends it again: the same id and body. @throws ApiError */
export const redeliver = (id: string) => call(postRedelivery, { params: { id } });
