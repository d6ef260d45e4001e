/** Where a figure comes from, with its date, as a link where it has an address. */
import type { Source } from '../refdb/types';

export function SourceLink({ source: { title, url, date } }: { source: Source }) {
  if (url === null || !URL.canParse(url)) {
    return (
      <>
        {title}, {date}
      </>
    );
  }
  return (
    <>
      <a href={url} target="_blank" rel="noreferrer">
        {title}
      </a>
      , {date}
    </>
  );
}
