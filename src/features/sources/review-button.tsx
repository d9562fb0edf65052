import type { JourneyId } from '#model';
import { Button, defineTexts, useTexts } from '#ui';
import { lazy, Suspense, useState } from 'react';

const texts = defineTexts({ open: { zh: '核对旅程', en: 'Review journey' } });

const ReviewDialog = lazy(() => import('./review/review-dialog').then((module) => ({ default: module.ReviewDialog })));

/** Opens the review of a journey. */
export function ReviewButton({ journey }: { journey: JourneyId }) {
  const t = useTexts(texts);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.open}</Button>
      {isOpen && <Suspense><ReviewDialog journey={journey} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
