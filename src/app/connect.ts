import { actAs, type ApiChoice, connectTo, type MockDemo, mockIsWanted, readPageConfig } from '#api';
import { getPreferences } from './preferences';

/** Starts the browser mock and says where its API is; absent from a page built without it. */
export type LoadMock = () => Promise<{ startMock: (demo: MockDemo) => Promise<{ base: string }> }>;

/**
 * Finds the API of this page, from `config.json` and `?api=`, and connects to it; with the mock, starts that first.
 *
 * @throws Error when there is no way to an API
 */
export async function connect(loadMock: LoadMock | undefined): Promise<'real' | 'mock'> {
  actAs(getPreferences().actingAs);
  const choice: ApiChoice = mockIsWanted(location.search, sessionStorage) ? { kind: 'mock' } : await readPageConfig(`${import.meta.env.BASE_URL}config.json`);
  if (choice.kind === 'real') {
    connectTo(choice.base);
    return 'real';
  }
  if (!loadMock) throw new Error('Failed to start the browser mock: this page was built without it. Please open it with ?api=real.');
  const { startMock } = await loadMock();
  connectTo((await startMock(choice.demo)).base, { inBrowser: true });
  return 'mock';
}
