/** What a person has typed into a composer. */
import { hasVisibleText, readText, VISIBLE } from './text';

/** What stands in an editable element. The text of a form field is its value, not what lies in it. */
export function typedText(editor: Element): string {
  return editor.localName === 'textarea' ? (editor as HTMLTextAreaElement).value : readText([editor], '');
}

/** Whether anything visible stands in an editable element. */
export function isTyped(editor: Element): boolean {
  return editor.localName === 'textarea' ? VISIBLE.test(typedText(editor)) : hasVisibleText([editor], '');
}
