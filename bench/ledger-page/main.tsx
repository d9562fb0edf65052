import '#ui/styles';
import { createRoot } from 'react-dom/client';
import { BareList, CellList } from './bare-list';
import { measureScroll } from './measure-scroll';
import { OurTable } from './our-table';

declare global {
  interface Window {
    /** Scrolls the list and answers how long each frame took, in milliseconds. */
    measureScroll: typeof measureScroll;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('Failed to start the bench page: index.html has no element "root".');
const pages: Record<string, () => React.ReactNode> = { ours: () => <OurTable />, bare: () => <BareList />, cells: () => <CellList /> };
const Page = pages[new URLSearchParams(location.search).get('page') ?? ''];
if (!Page) throw new Error('Failed to start the bench page: there is no such page.');
createRoot(root).render(<Page />);
window.measureScroll = measureScroll;
