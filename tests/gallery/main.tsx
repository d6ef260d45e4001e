/**
 * The component page. `?theme=dark|light`, `?dir=rtl` and `?only=<name>` in the address choose what it shows:
 * `npx vite tests/gallery` serves it to people, the screenshot tests build it.
 */
import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import '../../assets/styles/components.css';
import '../../assets/styles/working.css';
import '../../entrypoints/popup/style.css';
import '../../entrypoints/dashboard/style.css';
import './style.css';
import { Fragment, render } from 'preact';
import { applyTheme, THEMES, type Theme } from '../../lib/ui/theme';
import type { Specimen } from './specimen';
import { SPECIMENS } from './specimens';

const asked = new URLSearchParams(location.search);
const theme: Theme = THEMES.find((name) => name === asked.get('theme')) ?? 'system';
const only = asked.get('only');

applyTheme(theme);
document.documentElement.dir = asked.get('dir') === 'rtl' ? 'rtl' : 'ltr';

function Section({ name, cases }: Specimen) {
  return (
    <section class="specimen" data-specimen={name} aria-labelledby={`specimen-${name}`}>
      <h2 id={`specimen-${name}`}>{name}</h2>
      {cases.map((view, index) => (
        <div class="specimen-case" key={index}>
          {view}
        </div>
      ))}
    </section>
  );
}

// Charts draw once, with the letters that are there then.
await document.fonts.load('1em "Test Sans"');
const root = document.getElementById('gallery');
if (root) {
  render(
    <Fragment>
      <h1 class="visually-hidden">Components</h1>
      {SPECIMENS.filter(({ name }) => only === null || name === only).map((specimen) => (
        <Section key={specimen.name} {...specimen} />
      ))}
    </Fragment>,
    root,
  );
}
