/**
 * Which chat the page shows. The address names it, but the first prompt is sent before the address does, and
 * temporary chats never get a name: so each chat also has an id made here.
 */

export interface Chat {
  readonly localId: string;
  readonly siteKey: string | null;
}

export interface ChatTracker {
  current(): Chat;
  /** The chat before the last move to another one. */
  previous(): Chat;
  /**
   * Follows the address; true when it names another chat, not the current one that just got its name. `live` says
   * that a prompt is under way in the current chat; `leaving` that the person followed a link since, so that a name
   * that appears belongs to another chat.
   */
  follow(siteKey: string | null, live: boolean, leaving: boolean): boolean;
  /** The chat was emptied under the same address: a new one begins. */
  renew(): void;
}

export function trackChat(newId: () => string, firstKey: string | null): ChatTracker {
  let chat: Chat = { localId: newId(), siteKey: firstKey };
  let before: Chat = chat;
  /** The names of chats that were shown: none of them is one that the chat only gets now. */
  const names = new Set([firstKey]);
  return {
    current: () => chat,
    previous: () => before,
    follow(siteKey, live, leaving) {
      if (siteKey === chat.siteKey) return false;
      const isKnown = names.has(siteKey);
      names.add(siteKey);
      if (chat.siteKey === null && live && !leaving && !isKnown) {
        chat = { ...chat, siteKey };
        return false;
      }
      before = chat;
      chat = { localId: newId(), siteKey };
      return true;
    },
    renew() {
      chat = { localId: newId(), siteKey: chat.siteKey };
    },
  };
}
