import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { texts } from '~/shared/texts/en';

const t = texts.app.themes;
const schemes = [
  { value: 'light', label: t.light },
  { value: 'dark', label: t.dark },
  { value: 'auto', label: t.auto },
];

export function ThemeSwitch({ fullWidth = false }: { fullWidth?: boolean }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size="xs"
      fullWidth={fullWidth}
      aria-label={texts.app.theme}
      value={colorScheme}
      onChange={(value) => setColorScheme(value as typeof colorScheme)}
      data={schemes}
    />
  );
}
