import type { JourneyId } from '#model';
import { Button, useTexts } from '#ui';
import { lazy, Suspense, useState } from 'react';
import { reviewTexts } from './review/review-texts';

const ReviewDialog = lazy(() => import('./review/review-dialog').then((module) => ({ default: module.ReviewDialog })));

/** Opens the review of a journey. */
export function ReviewButton({ journey }: { journey: JourneyId }) {
  const t = useTexts(reviewTexts);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.open}</Button>
      {isOpen && <Suspense><ReviewDialog journey={journey} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
