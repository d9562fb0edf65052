import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import type { LoadMock } from './connect';

/** Mounts the page. `loadMock` is absent from a page built without the mock. */
export function startPage(element: HTMLElement, loadMock: LoadMock | undefined): void {
  createRoot(element).render(
    <StrictMode>
      <App loadMock={loadMock} />
    </StrictMode>,
  );
}
