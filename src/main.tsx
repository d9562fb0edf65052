import { startPage } from '#src/app/index';

// A page built without the mock does not even carry it.
const loadMock = import.meta.env.MODE === 'no-mock' ? undefined : () => import('#src/mock/start-mock');

const root = document.getElementById('root');
if (!root) throw new Error('Failed to start the page: index.html has no element "root".');
void startPage(root, loadMock);
