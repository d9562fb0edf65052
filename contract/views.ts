import { personId } from '#model';
import { z } from 'zod';
import { reading } from './common';
import { endpoint } from './endpoint';

/** 保存的视图: a name for what the address of a page says. */
export const savedView = z.object({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
  page: z.enum(['panorama', 'handoffs', 'ledger', 'nps', 'voice']),
  /** The query of its address, without `?`. */
  search: z.string().max(4_000),
  owner: personId,
  /** Everybody sees it; only its owner changes it. */
  shared: z.boolean(),
});
export type SavedView = z.infer<typeof savedView>;

export const viewsAnswer = reading.extend({ views: z.array(savedView) });
export type ViewsAnswer = z.infer<typeof viewsAnswer>;
export const getViews = endpoint({ method: 'GET', path: '/views', summary: 'The saved views of whoever asks, and those others share.', output: viewsAnswer });
export const putViews = endpoint({
  method: 'PUT',
  path: '/views',
  summary: 'Replaces the saved views of whoever asks.',
  body: z.object({ views: z.array(savedView.omit({ owner: true })).max(200) }),
  output: viewsAnswer,
});
