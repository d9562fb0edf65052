import '#ui/styles';
import { cssVariablesResolver, LanguageProvider, ShortcutsProvider, theme, ToastProvider } from '#ui';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { LoadMockContext } from './connection-state';
import type { LoadMock } from './connect';
import { usePreferences } from './preferences';
import { makeQueryClient } from './query-client';
import { router } from './router';

const colorScheme = localStorageColorSchemeManager({ key: 'throughline.theme' });

/** Everything that is around the pages but not on screen. */
export function App({ loadMock }: { loadMock: LoadMock | undefined }) {
  const [queries] = useState(makeQueryClient);
  const { language, shortcuts } = usePreferences();
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  return (
    <QueryClientProvider client={queries}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} colorSchemeManager={colorScheme} defaultColorScheme="auto">
        <LanguageProvider language={language}>
          <ShortcutsProvider enabled={shortcuts}>
            <LoadMockContext value={loadMock}>
              <ToastProvider>
                <RouterProvider router={router} />
              </ToastProvider>
            </LoadMockContext>
          </ShortcutsProvider>
        </LanguageProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}
