import { useLocalize } from '#ui';
import type { Localized } from '#model';

export interface NameInputProps {
  name: Localized;
  /** Where no label stands around it. */
  label?: string;
  onChange: (name: Localized) => void;
}

/** A name to be written over; what is left empty stays as it was. */
export function NameInput({ name, label, onChange }: NameInputProps) {
  const localize = useLocalize();
  const shown = localize(name);
  const take = (input: HTMLInputElement) => {
    const text = input.value.trim();
    if (text === '') input.value = shown;
    else if (text !== shown) onChange({ zh: text });
  };
  return <input key={shown} aria-label={label} defaultValue={shown} maxLength={100} onBlur={({ target }) => take(target)} onKeyDown={({ key, currentTarget }) => key === 'Enter' && take(currentTarget)} />;
}
