import { rmSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Where `npm run dev` puts the API; the built server answers page and API on one port and needs no proxy. */
const apiAddress = process.env.THROUGHLINE_API ?? 'http://127.0.0.1:4070';

/**
 * The builds, each with its own folder. Code tells them apart by `import.meta.env.MODE`:
 *
 * - `production`: the page the server serves; the mock is a lazy chunk, chosen at run time by `/config.json` or `?api=mock`.
 * - `no-mock`: the same page with the mock and its service worker left out.
 * - `demo`: a static site that always uses the mock. It lives in any folder of any static server, so its links are relative
 *   and its routes come after a `#`.
 */
const folders: Record<string, string> = { production: 'dist/page', 'no-mock': 'dist/page-no-mock', demo: 'dist/demo' };

/** The static demo site has no server to answer `/config.json`, so the answer is a file beside the page. */
const demoConfig = (): Plugin => ({
  name: 'throughline:demo-config',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'config.json', source: JSON.stringify({ api: 'mock' }) });
  },
});

/** The service worker comes from `public/`, which is copied whole; a page without the mock has no use for it. */
const withoutMockWorker = (folder: string): Plugin => ({
  name: 'throughline:without-mock-worker',
  closeBundle() {
    rmSync(`${folder}/mockServiceWorker.js`, { force: true });
  },
});

export default defineConfig(({ mode, isSsrBuild }) => {
  const folder = folders[mode] ?? 'dist/page';
  if (isSsrBuild) {
    return { build: { outDir: 'dist/server', target: 'node20', copyPublicDir: false, sourcemap: true, emptyOutDir: true } };
  }
  return {
    base: mode === 'demo' ? './' : '/',
    plugins: [react(), mode === 'demo' && demoConfig(), mode === 'no-mock' && withoutMockWorker(folder)],
    build: { outDir: folder, manifest: true, target: 'es2023', chunkSizeWarningLimit: 1000 },
    worker: { format: 'es' },
    server: { host: '127.0.0.1', proxy: Object.fromEntries(['/api', '/config.json', '/healthz', '/readyz'].map((path) => [path, apiAddress])) },
  };
});
