import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type At, pickedMoment, pickerValue } from './past-search';
import { useSeries } from './use-series';

type Props = {
  label: string;
  at: At | undefined;
  choose: (at: string | undefined, takesPlace: boolean) => void;
};

/** A year that is still being typed is none: 2 is on the way to 2026. */
const isWhole = (value: string) => value === '' || new Date(value).getFullYear() >= 1970;

/** A date and a time in the reader's own clock; whatever is chosen before one leaves it is one step back. */
export function MomentField({ label, at, choose }: Props) {
  const series = useSeries();
  const [draft, setDraft] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where another moment is shown, nothing is being typed
  useEffect(() => setDraft(null), [at]);
  return (
    <TextInput
      type="datetime-local"
      label={label}
      value={draft ?? pickerValue(at)}
      max={pickerValue(new Date().toISOString())}
      onChange={({ currentTarget: { value } }) => {
        setDraft(value);
        if (isWhole(value)) choose(pickedMoment(value), series.takesPlace());
      }}
      onBlur={() => {
        setDraft(null);
        series.end();
      }}
    />
  );
}
