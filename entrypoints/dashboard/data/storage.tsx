/** How much space is used, and that it stays. */
import { useEffect, useState } from 'preact/hooks';
import { formatCount } from '../../../lib/ui/format';
import { formatBytes } from '../../../lib/ui/format-bytes';
import { locale, t } from '../../../lib/ui/i18n';

/** Bytes in use by the extension; null where the browser does not tell. */
async function usedBytes(): Promise<number | null> {
  return (await navigator.storage?.estimate?.())?.usage ?? null;
}

export interface StorageProps {
  /** Stored prompts; null while they are not known. */
  readonly records: number | null;
  readonly read?: () => Promise<number | null>;
}

export function Storage({ records, read = usedBytes }: StorageProps) {
  const [bytes, setBytes] = useState<number | null>(null);
  useEffect(() => {
    let open = true;
    read().then(
      (value) => {
        if (open) setBytes(value);
      },
      // Without the figure there is still the count.
      () => {},
    );
    return () => {
      open = false;
    };
  }, [records, read]);
  if (records === null) return null;
  const prompts = t('totals.prompts', { count: records, formatted: formatCount(records, locale()) });
  return (
    <p>{bytes === null ? prompts : t('data.storage', { prompts, size: formatBytes(bytes, locale()) })}</p>
  );
}
