import { expect, it } from 'vitest';
import { deviceOf } from './device-of';

it('names a device by what is known of it', () => {
  expect(deviceOf({ browser: 'Firefox', os: 'Linux', device: 'Computer' })).toBe('Firefox on Linux');
  expect(deviceOf({ browser: 'curl', os: 'Other', device: 'Other' })).toBe('curl');
  expect(deviceOf({ browser: null, os: null, device: 'Phone' })).toBe('Phone');
  expect(deviceOf({ browser: 'Other', os: 'Other', device: 'Other' })).toBe('Unknown device');
});
