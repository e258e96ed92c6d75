/** What the types of the package promise. The build checks it with tsc; nothing of it runs. */
import { briar, meta, signal, type CardRecord, type ClaimValue, type Meta } from '@sealmark/messengers';
import all from '@sealmark/messengers/all';
import card from '@sealmark/messengers/cards/signal';
import { criteria } from '@sealmark/messengers/criteria';
import { facts, guides, platforms } from '@sealmark/messengers/facts';
import record from '@sealmark/messengers/messengers/signal';
import page from '@sealmark/messengers/page';
import type { Criterion, Fact, Guide, Messenger, MessengerCardRecord, MessengerRecord, Page, Term } from '@sealmark/schema';

[signal, briar, record] satisfies Messenger[];
card satisfies MessengerCardRecord satisfies CardRecord;
all satisfies MessengerRecord[];
meta satisfies Meta;
facts satisfies Fact[];
guides satisfies Guide[];
platforms satisfies Term[];
criteria satisfies Criterion[];
page satisfies Page;
signal.claims['forward-secrecy']?.value satisfies ClaimValue | undefined;

// @ts-expect-error A claim may be missing in another version.
signal.claims['forward-secrecy'].value;
// @ts-expect-error A moved or removed entry has no claims.
all[0]!.claims;
