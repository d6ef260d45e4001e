/** A few exclusive choices side by side: real radio buttons, so that the keyboard works as everywhere. */
import { useId } from 'preact/hooks';

export interface SegmentsProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Shows the legend; otherwise it is for screen readers only. */
  readonly showLegend?: boolean;
}

export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class={props.showLegend ? 'soft' : 'visually-hidden'}>{props.legend}</legend>
      {props.options.map(({ value, text }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
