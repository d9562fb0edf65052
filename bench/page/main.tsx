import '#ui/styles';
import { createRoot } from 'react-dom/client';
import type { ReactNode } from 'react';
import { type Awaited, drawn } from './drawn';
import { measureFrames } from './measure-frames';
import { OurPage } from './our-page';
import { PlainPage } from './plain-page';
import { sampleMap, structureOf } from './sample-map';

declare global {
  interface Window {
    /** Moves the map and the mouse over it, and answers how long each frame took, in milliseconds. */
    measureFrames: typeof measureFrames;
    /** How long (ms) it took until the map was there. */
    drawn: Promise<number>;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('Failed to start the bench page: index.html has no element "root".');
const asked = new URLSearchParams(location.search);
const places = Number(asked.get('places') ?? 200);
const map = sampleMap(places);

const ourCards = ['button[data-id]', places] as const;
/** React Flow hides its nodes until it has measured them. */
const plainCards = ['.react-flow__node[style*="visibility: visible"]', places] as const;
const pages: Record<string, readonly [page: ReactNode, awaited: Awaited]> = {
  ours: [<OurPage key="" map={map} />, [ourCards, ['svg > g[data-id]', map.edges.length + map.losses.length]]],
  structure: [<OurPage key="" map={structureOf(map)} />, [ourCards]],
  plain: [<PlainPage key="" map={map} edges />, [plainCards, ['.react-flow__edge', map.edges.length]]],
  nodes: [<PlainPage key="" map={map} edges={false} />, [plainCards]],
};
const chosen = pages[asked.get('page') ?? ''];
if (!chosen) throw new Error('Failed to start the bench page: there is no such page.');
const [page, awaited] = chosen;

/** So long (ms) after loading nothing else is left to do. */
const QUIET = 300;
window.measureFrames = measureFrames;
window.drawn = new Promise((resolve) => setTimeout(resolve, QUIET)).then(async () => {
  const started = performance.now();
  createRoot(root).render(page);
  return (await drawn(awaited)) - started;
});
