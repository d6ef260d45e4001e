/** What a person just did, as far as it can start, stop or leave an answer. Reads the event, never the layout. */

import type { Layout } from '../site';
import type { GestureKind } from '../tracker/events';
import { questionAround } from './marks';

const CONTROLS =
  'button, [role="button"], [role="menuitem"], [role="option"], [role="radio"], [role="listitem"], [tabindex]';

/** Where a prompt may be edited, if it is not the composer. */
const EDITORS = 'textarea, [contenteditable]';

/** Where an event began. The whole path is asked for only where the target hides another: it may be long. */
export function originOf(event: Event): Element | null {
  const { target } = event;
  const origin = target instanceof Element && target.shadowRoot === null ? target : event.composedPath()[0];
  return origin instanceof Element ? origin : null;
}

/** Names the gesture of a trusted event at its origin; null for events that cannot matter. */
export function gestureOf(event: Event, target: Element, layout: Layout): GestureKind | null {
  if (event.type === 'keydown')
    return event instanceof KeyboardEvent ? keyGesture(event, target, layout) : null;
  return event instanceof MouseEvent ? clickGesture(event, target, layout) : null;
}

function keyGesture(event: KeyboardEvent, target: Element, layout: Layout): GestureKind | null {
  if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.isComposing || event.repeat)
    return null;
  if (questionAround(layout, target) !== null) return 'edit';
  if (target.closest(layout.composer) !== null) return 'send';
  if (target.closest(EDITORS) !== null) return 'press';
  const link = target.closest('a[href]');
  return link !== null && leaves(event, link) ? 'navigate' : null;
}

function clickGesture(event: MouseEvent, target: Element, layout: Layout): GestureKind | null {
  if (target.closest(layout.stop) !== null) return 'stop';
  if (target.closest(layout.send) !== null) return 'send';
  if (layout.retry !== null && target.closest(layout.retry) !== null) return 'retry';
  const link = target.closest('a[href]');
  if (link !== null) return leaves(event, link) ? 'navigate' : null;
  if (target.closest(layout.composer) !== null) return null;
  if (target.closest(CONTROLS) === null) return null;
  return questionAround(layout, target) !== null && target.closest(layout.assistant.text) === null
    ? 'edit'
    : 'press';
}

/** Whether following the link changes this page: not a new tab, not another site. */
function leaves(event: MouseEvent | KeyboardEvent, link: Element): boolean {
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey) return false;
  return link.target !== '_blank' && link.origin === link.ownerDocument.location.origin;
}
