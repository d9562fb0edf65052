import type { FilterAnswer } from '#contract';
import { useTexts } from '#ui';
import { useRouter } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { pageTexts } from './page-texts';
import type { PanoramaSearch } from './search';
import { absolute } from './url';

/** Copies a link to this view with its days written out, and says so for a moment. */
export function useCopyLink(search: PanoramaSearch, days: Pick<FilterAnswer, 'from' | 'to'> | undefined): { copy: () => void; label: string } {
  const router = useRouter();
  const t = useTexts(pageTexts);
  const [state, setState] = useState<'copy' | 'copied' | 'copyFailed'>('copy');
  const copy = useCallback(() => {
    const { href } = router.buildLocation({ to: '.', search: absolute(search, days) });
    const told = (result: 'copied' | 'copyFailed') => {
      setState(result);
      setTimeout(() => setState('copy'), 2_500);
    };
    navigator.clipboard.writeText(new URL(router.history.createHref(href), window.location.href).href).then(
      () => told('copied'),
      () => told('copyFailed'),
    );
  }, [router, search, days]);
  return { copy, label: t[state] };
}
