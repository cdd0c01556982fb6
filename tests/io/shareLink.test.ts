import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readShareLink, writeShareLink } from '../../src/io';
import { fromBase64Url, toBase64Url } from '../../src/io/base64Url';
import { hashText } from '../../src/scenario';
import { anyShared } from './anyShared';

/**
 * The cheapest wrong programs: a link that rounds a decimal or leaves a member out (every member is drawn, and compared to
 * the last bit), one that opens half of a damaged text, and one that unpacks whatever size it is told to.
 */
const one = fc.sample(anyShared, { seed: 7, numRuns: 1 })[0]!;

describe('a link', () => {
  it('carries every member of a scenario, decimals to the last bit', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyShared, (given) => {
        for (const member of Object.keys(given.scenario)) seen.add(member);
        const read = readShareLink(writeShareLink(given));
        expect(read.ok ? read.value : read.issues).toEqual(given);
      }),
      { numRuns: 120, seed: 1 },
    );
    expect([...seen].sort()).toEqual(
      'assumptions base description id limits measures name notes parent path schema seed spells tariffs year'.split(
        ' ',
      ),
    );
  });

  it('stands in an address as it is, and is short', () => {
    const text = writeShareLink({ ...one, scenario: { ...one.scenario, name: 'Straße ½ 電' } });
    expect(new URLSearchParams(new URLSearchParams({ share: text }).toString()).get('share')).toBe(text);
    expect(encodeURIComponent(text)).toBe(text);
    expect(text.length).toBeLessThan(1500);
  });

  it('is refused whole when a single letter of it is missing, doubled or another', () => {
    const text = writeShareLink(one);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('', 'A', '-', '.', '%', 'é', 'AA'), (at, put) => {
        const damaged = text.slice(0, at) + put + text.slice(at + 1);
        if (damaged === text) return;
        expect(readShareLink(damaged).ok).toBe(false);
      }),
      { numRuns: 400, seed: 3 },
    );
    for (let length = 0; length < text.length; length += 7)
      expect(readShareLink(text.slice(0, length)).ok).toBe(false);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `1.${text}`),
        ),
        (text) => {
          expect(readShareLink(text).ok).toBe(false);
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });

  const sealed = (json: unknown) => {
    const body = toBase64Url(deflateSync(strToU8(typeof json === 'string' ? json : JSON.stringify(json))));
    return `1.${hashText(body).slice(0, 8)}${body}`;
  };

  it('with one bad part is refused by name, though its seal is right', () => {
    expect(readShareLink(sealed(one)).ok).toBe(true);
    const bad: readonly (readonly [unknown, RegExp])[] = [
      [{ ...one, stepS: 60 }, /damaged/],
      [{ ...one, scenario: { ...one.scenario, measures: [{ id: 'x', type: 'magic' }] } }, /./],
      [{ ...one, scenario: { ...one.scenario, extra: 1 } }, /./],
      [{ ...one, baseEdits: [{ buildingId: 'b', field: 'use', value: {} }] }, /./],
      [{ ...one, baseEdits: undefined }, /./],
      ['[', /damaged/],
      ['null', /damaged/],
    ];
    for (const [json, message] of bad) {
      const read = readShareLink(sealed(json));
      expect(read.ok).toBe(false);
      expect(read.issues[0]!.message).toMatch(message);
      expect(read.issues[0]!.remedy).not.toBe('');
    }
  });

  it('of a later format is told apart from a damaged one', () => {
    const read = readShareLink(`2.${writeShareLink(one).slice(2)}`);
    expect(read.issues.map(({ code }) => code)).toEqual(['share-version']);
  });

  it('is not unpacked beyond what a scenario can be', () => {
    const bomb = sealed(`"${' '.repeat(60_000_000)}"`);
    expect(bomb.length).toBeLessThan(400_000);
    const before = performance.now();
    expect(readShareLink(bomb).issues.map(({ code }) => code)).toEqual(['share-broken']);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

it('writes base64url as RFC 4648 does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const text = toBase64Url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64Url(text)).toEqual(Uint8Array.from(bytes));
    }),
  );
  // Unused bits that are not zero: two texts for the same bytes would be two links for one scenario.
  expect(fromBase64Url('AB')).toBeNull();
  expect(fromBase64Url('A')).toBeNull();
});
