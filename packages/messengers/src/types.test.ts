import { describe, expectTypeOf, it } from 'vitest';
import { signal, type CardRecord, type ClaimValue, type Meta, meta } from '@sealmark/messengers';
import card from '@sealmark/messengers/cards/signal';
import record from '@sealmark/messengers/messengers/signal';
import type { Messenger, MessengerCardRecord } from '@sealmark/schema';

// `tsc -b` checks these as well; an error there is an error here.
describe('types', () => {
  it('say what each import is', () => {
    expectTypeOf(signal).toEqualTypeOf<Messenger>();
    expectTypeOf(record).toEqualTypeOf<Messenger>();
    expectTypeOf(card).toEqualTypeOf<MessengerCardRecord>();
    expectTypeOf(card).toExtend<CardRecord>();
    expectTypeOf(meta).toEqualTypeOf<Meta>();
    expectTypeOf(signal.claims['forward-secrecy']!.value).toEqualTypeOf<ClaimValue>();
  });
});
