import { failureOf, statusQuery } from '#api';
import { useFormats, useLanguage, useTexts, useToast } from '#ui';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { AnsweredView } from './export-jobs';
import { exportTexts } from './export-texts';
import type { MapPicture, PictureFormat } from './save-map';
import { useView } from './view';
import type { TableFormat } from './write-table';

export interface Export {
  /** How far a file has come, in words; absent while none is being made. */
  progress: string | undefined;
  cancel: () => void;
  saveTable: (which: 'places' | 'edges', format: TableFormat) => void;
  saveList: (format: TableFormat) => void;
  /** Of a journey alone. */
  savePaths: ((format: TableFormat) => void) | undefined;
  savePicture: (picture: Omit<MapPicture, 'isDemo'>, format: PictureFormat) => void;
  print: (picture: Omit<MapPicture, 'isDemo'>) => void;
}

/** Makes files of what is on screen. What makes them loads when the first is wanted. */
export function useExport(): Export {
  const view = useView();
  const { place } = view;
  const language = useLanguage();
  const { exact } = useFormats();
  const t = useTexts(exportTexts);
  const toast = useToast();
  const [progress, setProgress] = useState<string>();
  const isDemo = useQuery(statusQuery()).data?.demo ?? false;
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (job: (signal: AbortSignal) => Promise<string>): Promise<void> => {
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    setProgress(t.starting);
    try {
      toast({ text: await job(controller.signal) });
    } catch (error) {
      if (controller.signal.aborted) return;
      const why = error instanceof RangeError ? error.message : failureOf(error).detail;
      toast({ text: t.failed(why), action: { label: t.again, run: () => void run(job) } });
    } finally {
      running.current = undefined;
      setProgress(undefined);
    }
  };
  const told = (done: number, all: number) => setProgress(t.progress(exact(done), exact(all)));
  const withAnswer = (job: (view: AnsweredView, signal: AbortSignal) => Promise<string>) => {
    const { answer } = view;
    if (answer) void run((signal) => job({ ...view, answer }, signal));
  };

  return {
    progress,
    cancel: () => running.current?.abort(),
    saveTable: (which, format) =>
      withAnswer(async (answered) => t.saved(exact(await (await import('./export-jobs')).saveMapTable(answered, which, format, language)))),
    savePicture: (picture, format) =>
      withAnswer(async (answered) => {
        const { saveMap } = await import('./save-map');
        await saveMap(answered, { ...picture, isDemo }, format, language);
        return t.savedPicture;
      }),
    print: (picture) =>
      withAnswer(async (answered) => {
        const { printMap } = await import('./save-map');
        printMap(answered, { ...picture, isDemo }, language);
        return t.printed;
      }),
    savePaths:
      place.level === 'journey'
        ? (format) =>
            withAnswer(async (answered, signal) => {
              const { savePaths } = await import('./export-jobs');
              return t.saved(exact(await savePaths(answered, place.journey, format, language, signal, told)));
            })
        : undefined,
    saveList: (format) =>
      withAnswer(async (answered, signal) => {
        const { saveList } = await import('./export-jobs');
        return t.saved(exact(await saveList(answered, format, language, signal, told)));
      }),
  };
}
