import { createTheme, type MantineColorsTuple } from '@mantine/core';
import { texts } from '~/shared/texts/en';

const pine: MantineColorsTuple = [
  '#eef8f4',
  '#dcede6',
  '#b9dccd',
  '#8fcab3',
  '#68b597',
  '#4aa583',
  '#368d6f',
  '#2a7a5f',
  '#1f6b53',
  '#12523f',
];
/** The colour of the ruled margin. */
const margin: MantineColorsTuple = [
  '#fdf1ee',
  '#f8dfd9',
  '#f0bcb0',
  '#e99684',
  '#e2765f',
  '#de6148',
  '#cf5139',
  '#bd452f',
  '#a63a26',
  '#8a2d1c',
];
const ink: MantineColorsTuple = [
  '#e9e7e2',
  '#c9c8c5',
  '#aeb0b5',
  '#8b8f97',
  '#4a4f59',
  '#333842',
  '#272b33',
  '#1d2027',
  '#16181d',
  '#101216',
];

/** Greys with the warmth of paper. */
const gray: MantineColorsTuple = [
  '#f8f6f1',
  '#f1eee6',
  '#e9e5db',
  '#ddd7ca',
  '#cfc8b8',
  '#aea796',
  '#857f72',
  '#565a62',
  '#3a3d44',
  '#24262b',
];

const title = { fontFamily: "'Newsreader Variable', Georgia, serif", fontSize: '1.3rem', fontWeight: 550 };

/** What lies over a page is lit as cards are, which tells it from the page in the dark. */
const sheet = { backgroundColor: 'var(--surface)' };

export const theme = createTheme({
  white: '#fffefb',
  black: '#1c1f24',
  colors: { pine, margin, gray, dark: ink },
  primaryColor: 'pine',
  primaryShade: { light: 8, dark: 8 },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  headings: { fontFamily: "'Newsreader Variable', Georgia, serif", fontWeight: '500' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // where motion is reduced nothing moves the loader to the middle of its button
    Button: { styles: { loader: { transform: 'translate(-50%, calc(-50% + 1px))' } } },
    Anchor: { defaultProps: { underline: 'always' } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    Modal: {
      defaultProps: { centered: true, radius: 'lg' },
      styles: { title, content: sheet, header: sheet },
    },
    Drawer: { styles: { title, content: sheet, header: sheet } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': texts.common.close } } },
    Paper: { defaultProps: { radius: 'lg' } },
    Skeleton: { defaultProps: { radius: 'sm' } },
  },
});
