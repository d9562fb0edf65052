import { createContext, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';

export interface Shortcut {
  /** As `KeyboardEvent.key` says it: `?`, `t`, `Escape`; `mod+k` for ⌘K or Ctrl K. */
  key: string;
  /** What it does, in the language on screen. */
  label: string;
  run: () => void;
}

/** The shortcuts that work on the page in front, so that the sheet behind `?` lists just those. */
class Registry {
  private entries: readonly Shortcut[] = [];
  private listeners = new Set<() => void>();

  list = (): readonly Shortcut[] => this.entries;
  watch = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  add(entry: Shortcut): () => void {
    this.change([...this.entries, entry]);
    return () => this.change(this.entries.filter((one) => one !== entry));
  }
  private change(entries: readonly Shortcut[]): void {
    this.entries = entries;
    for (const listener of this.listeners) listener();
  }
}

const RegistryContext = createContext(new Registry());

/** Runs the registered shortcuts. With `enabled` false, only those with a modifier key work, as WCAG 2.1.4 asks for. */
export function ShortcutsProvider({ enabled, children }: { enabled: boolean; children: ReactNode }) {
  const registry = useMemo(() => new Registry(), []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // Behind a modal dialog nothing happens.
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog:modal')) return;
      const withModifier = event.metaKey || event.ctrlKey;
      if (event.altKey || (!withModifier && (!enabled || isTyping(event.target)))) return;
      const key = withModifier ? `mod+${event.key.toLowerCase()}` : event.key;
      const shortcut = registry.list().findLast((one) => one.key === key);
      if (!shortcut) return;
      event.preventDefault();
      shortcut.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [registry, enabled]);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

/** Registers a shortcut as long as the component is there. @example useShortcut('t', t.table, () => setView('table')) */
export function useShortcut(key: string, label: string, run: () => void): void {
  const registry = useContext(RegistryContext);
  useEffect(() => registry.add({ key, label, run }), [registry, key, label, run]);
}

/** What works now. */
export function useShortcutList(): readonly Shortcut[] {
  const registry = useContext(RegistryContext);
  return useSyncExternalStore(registry.watch, registry.list);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
