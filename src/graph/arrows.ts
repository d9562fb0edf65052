import type { ArrowDirection } from './routes';

/** The head of an arrow as path data, from its tip. */
export const ARROWS: Record<ArrowDirection, string> = {
  down: 'l-5,-6m5,6l5,-6',
  up: 'l-5,6m5,-6l5,6',
  right: 'l-6,-5m6,5l-6,5',
  left: 'l6,-5m-6,5l6,5',
};
