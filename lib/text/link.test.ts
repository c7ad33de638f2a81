import { describe, expect, it } from 'vitest';
import { webLink } from './link';

describe('a link that may be clicked', () => {
  it.each([
    'https://x.com/ada/status/1',
    'http://status.example',
    'HTTPS://x.example/a?b=c#d',
    'https://x.example:8443/',
  ])('is %s', (address) => {
    expect(webLink(address)).toBe(address);
  });

  it.each([
    undefined,
    '',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'JaVaScRiPt:alert(1)//https://x.com/',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://x.com/1',
    'file:///etc/passwd',
    'chrome://settings',
    'view-source:https://x.com/',
    '//x.com/ada',
    '/ada',
    'https:',
    'https:///x.com',
    'https://x.com@evil.example/',
    'https://x.com:secret@evil.example/',
    'https:\\\\evil.example',
    'https://[bad',
    'https://a b/',
  ])('is not %s', (address) => {
    expect(webLink(address)).toBeNull();
  });
});
