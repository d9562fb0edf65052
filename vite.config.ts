import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
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

/** Writes `<folder>.chunks.json`, what the size budget reads: each chunk, the chunks it needs at once, and the modules in it. */
const chunkMap = (folder: string): Plugin => ({
  name: 'throughline:chunk-map',
  writeBundle(_options, bundle) {
    const fromRoot = (id: string) => path.relative(import.meta.dirname, id.replace(/^\0|\?.*$/g, '')).split(path.sep).join('/');
    const chunks = Object.values(bundle).flatMap((chunk) =>
      chunk.type === 'chunk' ? [{ file: chunk.fileName, entry: chunk.isEntry, imports: chunk.imports, modules: chunk.moduleIds.map(fromRoot) }] : [],
    );
    writeFileSync(`${folder}.chunks.json`, JSON.stringify(chunks));
  },
});

/** A `node:` module that reaches the page would fail only when it is called, in front of the user; so the build fails instead. */
const refuseNodeModules = (): Plugin => ({
  name: 'throughline:refuse-node-modules',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^node:/ },
    handler(source, importer) {
      this.error(`${importer ?? 'The page'} imports ${source}, which no browser has.`);
    },
  },
});

/**
 * A module of these rooms only makes what it exports, its schemas above all: a page that needs none of it does not carry it, however
 * many others come through the same index. The first view does not make the schemas of the ledger.
 */
const moduleSideEffects = (id: string): boolean => !/^(model|contract|src\/api)\//.test(path.relative(import.meta.dirname, id).split(path.sep).join('/'));

export default defineConfig(({ mode, isSsrBuild }) => {
  const folder = folders[mode] ?? 'dist/page';
  if (isSsrBuild) {
    return { build: { outDir: 'dist/server', target: 'node20', copyPublicDir: false, sourcemap: true, emptyOutDir: true } };
  }
  return {
    base: mode === 'demo' ? './' : '/',
    plugins: [refuseNodeModules(), react(), chunkMap(folder), mode === 'demo' && demoConfig(), mode === 'no-mock' && withoutMockWorker(folder)],
    build: { outDir: folder, target: 'es2023', chunkSizeWarningLimit: 1000, rolldownOptions: { treeshake: { moduleSideEffects } } },
    worker: { format: 'es', plugins: () => [refuseNodeModules()] },
    server: { host: '127.0.0.1', proxy: { '/api': apiAddress, '/config.json': apiAddress } },
  };
});
