import '#ui/styles';
import { createRoot } from 'react-dom/client';
import { measureFrames } from './measure-frames';
import { OurPage } from './our-page';
import { PlainPage } from './plain-page';
import { sampleMap } from './sample-map';

declare global {
  interface Window {
    /** Moves the map and answers how long each frame took, in milliseconds. */
    measureFrames: typeof measureFrames;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('Failed to start the bench page: index.html has no element "root".');
const map = sampleMap(200);
const edges = new URLSearchParams(location.search).get('edges') !== 'none';
createRoot(root).render(location.search.includes('page=ours') ? <OurPage map={map} /> : <PlainPage map={map} edges={edges} />);
window.measureFrames = measureFrames;
