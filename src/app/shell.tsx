import { failureOf, statusQuery } from '#api';
import { defineTexts, Failed, focusPageHeading, HeaderTools, Loading, PageHeader, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { Suspense, useEffect, useMemo } from 'react';
import { useConnect, useLive } from './connection-state';
import { Banners } from './banners';
import { Palette } from './palette';
import { Rail } from './rail';
import styles from './shell.module.css';
import { ShortcutSheet } from './shortcut-sheet';
import { Tools } from './tools';

const texts = defineTexts({
  skip: { zh: '跳到正文', en: 'Skip to content' },
  failed: { zh: '页面找不到它的数据接口', en: 'The page cannot find its API' },
  failedNext: {
    zh: '检查 config.json 里的地址；如果用的是浏览器内的演示服务，请换一个支持 Service Worker 的窗口（非隐私模式，https 或 localhost）。',
    en: 'Check the address in config.json; with the in-browser demo service, use a window that allows service workers (not private, https or localhost).',
  },
});

/** The frame around every page. It stands before any data has come, and when none comes. */
export function Shell() {
  const t = useTexts(texts);
  const connection = useConnect();
  const live = useLive(connection.isSuccess);
  const { data: status, dataUpdatedAt: heardAt } = useQuery(statusQuery());
  const tools = useMemo(() => <Tools live={live} status={status} heardAt={heardAt} />, [live, status, heardAt]);
  useFocusOnNavigation();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main" onClick={focusMain}>
        {t.skip}
      </a>
      <Rail />
      <main id="main" className={styles.main} tabIndex={-1}>
        <Banners connecting={connection.isPending} live={live} status={status} />
        {connection.isError ? (
          <>
            <PageHeader title={t.failed} />
            <Failed title={t.failed} detail={failureOf(connection.error).detail} onRetry={() => void connection.refetch()}>
              <p>{t.failedNext}</p>
            </Failed>
          </>
        ) : (
          <HeaderTools value={tools}>
            <Suspense fallback={<div className={styles.wait}><Loading /></div>}>
              <Outlet />
            </Suspense>
          </HeaderTools>
        )}
      </main>
      <Palette />
      <ShortcutSheet />
    </div>
  );
}

/** By hand, because with pages behind a `#` the link's own address is a page. */
const focusMain = (event: { preventDefault: () => void }): void => {
  event.preventDefault();
  document.getElementById('main')?.focus();
};

/** After going to another page, the keyboard and the screen reader start at its heading. */
function useFocusOnNavigation(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation && pathChanged) focusPageHeading();
      }),
    [router],
  );
}
