/** A box that says what is wrong or what to do next. */
import type { ComponentChildren } from 'preact';

export interface NoticeProps {
  readonly tone: 'danger' | 'warn' | 'plain';
  readonly title: string;
  readonly children?: ComponentChildren;
}

/** Announced at once when it is about trouble, otherwise when the reader pauses. */
export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div class={`notice ${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <strong class="notice-title">{title}</strong>
      {children}
    </div>
  );
}
