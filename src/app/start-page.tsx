import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { LoadMock } from './connect';

/**
 * Mounts the page. `loadMock` is absent from a page built without the mock.
 *
 * The way to the API and what the page is made of are read in tasks of their own: in one they would block a slow machine.
 */
export async function startPage(element: HTMLElement, loadMock: LoadMock | undefined): Promise<void> {
  await import('./connect');
  const { App } = await import('./app');
  createRoot(element).render(
    <StrictMode>
      <App loadMock={loadMock} />
    </StrictMode>,
  );
}
