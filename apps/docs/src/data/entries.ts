import { platforms, stores, linkRoles, auditKinds, auditParts } from '@sealmark/messengers/facts';
import type { Audit, AuditScope, Claim, Fact, Messenger, MessengerRecord } from '@sealmark/schema';
import { versions } from './changes.ts';
import { comparedOn } from './compare.ts';
import { answersOf } from './criteria.ts';
import { entries, topics } from './records.ts';
import { guideOf } from './guides.ts';
import { nothingSaid, say } from './words.ts';

const labelIn = (terms: readonly { id: string; label: string }[], id: string) =>
  terms.find((term) => term.id === id)?.label ?? id;

/** A claim with the fact that it answers. */
function claimOf(fact: Fact, { claims }: Messenger) {
  const claim: Claim = claims[fact.id] ?? nothingSaid;
  return {
    fact,
    claim,
    said: say(fact, claim.value),
    past: (claim.history ?? []).map((past) => ({
      ...past,
      said: past.value === undefined ? undefined : say(fact, past.value),
    })),
    positions: (claim.positions ?? []).map((position) => ({
      ...position,
      said: say(fact, position.value),
    })),
  };
}

/** A part of a program that was or was not read, in words. */
const scopeWords = ({ part, platform, name }: AuditScope): string => {
  const what = name ?? labelIn(auditParts, part).toLowerCase();
  return platform ? `${what} for ${labelIn(platforms, platform)}` : what;
};

/** Whether somebody read the app, the protocol alone, or something else. */
function auditGlyph({ target, scope }: Audit): string {
  if (target.relation !== 'self') return 'half';
  if (scope.some(({ part }) => part === 'client')) return 'full';
  return scope.every(({ part }) => part === 'protocol') ? 'open' : 'half';
}

const end = ({ date = '' }: Audit) => date.split('/').at(-1) ?? '';

function auditOf(audit: Audit) {
  return {
    audit,
    glyph: auditGlyph(audit),
    kind: labelIn(auditKinds, audit.kind),
    scope: audit.scope.map(scopeWords),
    excludes: (audit.excludes ?? []).map(scopeWords),
  };
}

/** What a page of a messenger is written from. */
function viewOf(record: Messenger) {
  const claims = topics.map(({ id, heading, facts }) => ({
    id,
    heading,
    claims: facts.map((fact) => claimOf(fact, record)),
  }));
  const grouped = Map.groupBy(record.downloads, ({ platform }) => platform);
  return {
    id: record.id,
    record,
    topics: claims,
    unknown: claims
      .flatMap((topic) => topic.claims)
      .filter(({ claim }) => ['unknown', 'disputed'].includes(String(claim.value))),
    audits: record.audits.toSorted((a, b) => end(b).localeCompare(end(a))).map(auditOf),
    downloads: [...grouped].map(([platform, list]) => ({
      platform: labelIn(platforms, platform),
      list: list.map((download) => ({ ...download, place: labelIn(stores, download.store) })),
      sources: list.flatMap(({ sources }) => sources),
    })),
    links: record.links.map((link) => ({ ...link, name: labelIn(linkRoles, link.role) })),
    former: [
      ...(record.former?.links ?? []).map((link) => ({
        ...link,
        what: link.label ?? labelIn(linkRoles, link.role),
      })),
      ...(record.former?.downloads ?? []).map((download) => ({
        ...download,
        what: `${labelIn(platforms, download.platform)}, ${labelIn(stores, download.store)}`,
      })),
      ...(record.former?.specifications ?? []).map((specification) => ({
        ...specification,
        what: specification.title,
      })),
    ],
    guides: record.guides.flatMap((id) => guideOf(id) ?? []),
    levels: answersOf(record),
    compared: comparedOn(record.id),
    /** The place of its latest changes. */
    changed: versions
      .filter(({ entries }) => entries.some(({ id }) => id === record.id))
      .slice(0, 1)
      .map(({ id }) => `#${id}-${record.id}`)
      .join(''),
  };
}

/** An entry that moved or was withdrawn: what stands under its new name, and what changed in it. */
function noticeOf(record: Exclude<MessengerRecord, Messenger>) {
  const to = record.kind === 'moved' ? entries.get(record.to) : undefined;
  const changes = versions.flatMap((version) =>
    version.entries.filter(({ id }) => id === record.id).map(({ told }) => ({ ...version, told })),
  );
  return { id: record.id, record, to, changes };
}

/** The pages of entries. */
export const entryViews = [...entries.values()].map((record) =>
  record.kind === 'messenger' ? viewOf(record) : noticeOf(record),
);
