import type { Services } from '../services/services';

/** Comments come in batches: those of one moment are read together. */
const PACE_MS = 2_000;

/** Reads comments soon after they came. @returns stops it */
export function startVoice({ voice, onFault }: Pick<Services, 'voice' | 'onFault'>): () => Promise<void> {
  let running: Promise<void> | undefined;
  const look = () => {
    running ??= voice
      .readNew()
      .catch((error: unknown) => onFault('Failed to read comments', error))
      .finally(() => (running = undefined));
  };
  look();
  const timer = setInterval(look, PACE_MS);
  return async () => {
    clearInterval(timer);
    await running;
    await voice.settled();
  };
}
