import { failureOf, meQuery, saveViews, viewsQuery } from '#api';
import type { SavedView } from '#contract';
import { defineTexts, useTexts, useToast } from '#ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const texts = defineTexts({ failed: { zh: (why: string) => `视图没有保存：${why}`, en: (why: string) => `The views were not saved: ${why}` } });

/** The saved views of a page: one's own, which may be changed, and those of others. */
export interface Views {
  own: readonly SavedView[];
  others: readonly SavedView[];
  /** Changes one's own views of this page; those of other pages stay. */
  change: (edit: (own: readonly OwnView[]) => readonly OwnView[], onSaved?: () => void) => void;
  saving: boolean;
}
export type OwnView = Omit<SavedView, 'owner'>;

type Page = SavedView['page'];

export function useViews(here: Page): Views | undefined {
  const t = useTexts(texts);
  const toast = useToast();
  const queries = useQueryClient();
  const views = useQuery(viewsQuery()).data?.views;
  const me = useQuery(meQuery()).data?.person.id;
  const save = useMutation({
    mutationFn: async (edit: (own: readonly OwnView[]) => readonly OwnView[]) => {
      // All of them are replaced, so those of other pages, and any saved elsewhere meanwhile, go along.
      const current = await queries.fetchQuery({ ...viewsQuery(), staleTime: 0 });
      const mine = current.views.filter(({ owner }) => owner === me).map(({ owner: _owner, ...view }) => view);
      return saveViews([...mine.filter(({ page }) => page !== here), ...edit(mine.filter(({ page }) => page === here))]);
    },
    onSuccess: (answer) => queries.setQueryData(viewsQuery().queryKey, answer),
    onError: (error) => toast({ text: t.failed(failureOf(error).detail) }),
  });
  if (!views || me === undefined) return undefined;
  const all = views.filter(({ page }) => page === here);
  return {
    own: all.filter(({ owner }) => owner === me),
    others: all.filter(({ owner }) => owner !== me),
    change: (edit, onSaved) => save.mutate(edit, { onSuccess: onSaved }),
    saving: save.isPending,
  };
}
