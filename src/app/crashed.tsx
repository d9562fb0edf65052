import { failureOf } from '#api';
import { FailedToLoad } from '#ui';
import type { ErrorComponentProps } from '@tanstack/react-router';

/** What stands in the place of a page that threw: the rest of the shell still works. */
export const Crashed = ({ error, reset }: ErrorComponentProps) => <FailedToLoad failure={failureOf(error)} onRetry={reset} />;
