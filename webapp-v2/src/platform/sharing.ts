/** What the browser lets the page do with a link. */
interface BrowserSharing {
  /** False where the browser does not allow it. */
  copy(text: string): Promise<boolean>;
  /** The device's own share sheet; null where there is none. */
  share: ((link: { text: string; url: string }) => Promise<void>) | null;
}

export function browserSharing(): BrowserSharing {
  return {
    copy: async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        // Not in a secure context, or not allowed: the reader is told to copy by hand.
        return false;
      }
    },
    share: typeof navigator.share === 'function' ? share : null,
  };
}

async function share({ text, url }: { text: string; url: string }): Promise<void> {
  try {
    await navigator.share({ text, url });
  } catch (error) {
    // Closing the share sheet is no failure.
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
  }
}
