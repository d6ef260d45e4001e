/** What the parts of the settings are made of. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Settings } from '../../../lib/settings';
import { type MessageKey, t } from '../../../lib/ui/i18n';

/** What every part is given. */
export interface PartProps {
  readonly settings: Settings;
  readonly change: (change: Partial<Settings>) => void;
}

/** One group of settings with its heading and a sentence that says what it does. */
export function Part({ title, hint, children }: PartFrame) {
  const id = useId();
  return (
    <section class="stack part" aria-labelledby={id}>
      <h2 id={id}>{t(title)}</h2>
      {hint && <p class="soft">{t(hint)}</p>}
      {children}
    </section>
  );
}
interface PartFrame {
  readonly title: MessageKey;
  readonly hint?: MessageKey;
  readonly children: ComponentChildren;
}

export interface CheckProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ComponentChildren;
  readonly disabled?: boolean;
}

export function Check({ checked, onChange, children, disabled = false }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
}

/** A labelled list to choose one of. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          const picked = options.find((option) => option.value === currentTarget.value);
          if (picked) onChange(picked.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A number as a person types it, with the point or the comma as decimal mark; null when it is none. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  if (!/^\d+(\.\d*)?$|^\.\d+$/.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) && value > 0 ? value : null;
}
