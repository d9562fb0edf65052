import { catalogueQuery } from '#api';
import { Button, Dialog, useFormats, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { ProgressBar } from '../progress-bar';
import { reviewTexts } from './review-texts';

const PACE_MS = 500;

/** A saved review while its journeys are detected again: closes by itself when that is done, and may be left before. */
export function Detecting({ journey, onClose }: { journey: string; onClose: () => void }) {
  const t = useTexts(reviewTexts);
  const { exact } = useFormats();
  const { data, isError } = useQuery({ ...catalogueQuery(), refetchInterval: ({ state }) => (state.data?.redetection ? PACE_MS : false) });
  const redetection = data?.redetection;
  const isDone = !redetection || isError;
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (isDone) close();
  }, [isDone]);
  return (
    <Dialog title={t.detecting} onClose={onClose} actions={<Button onClick={onClose}>{t.background}</Button>}>
      <div role="status">
        <ProgressBar label={t.detectingOf(journey)} done={redetection?.done ?? 0} total={redetection?.total ?? 0} figures={redetection ? t.instancesOf(exact(redetection.done), exact(redetection.total)) : ''} />
      </div>
    </Dialog>
  );
}
