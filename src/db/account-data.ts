/** All that is kept of one account, for its holder. */
import { sql } from 'kysely'
import type { AccountId } from '../core/id.ts'
import type { Db } from './connection.ts'

/** Without what proves who somebody is: hashes and secrets tell their holder nothing. */
export type AccountData = {
  readonly account: { readonly createdAt: string; readonly language: string; readonly discreet: boolean }
  readonly passwordSetAt: string | null
  readonly authenticatorSince: string | null
  readonly recoveryCodesLeft: number
  readonly mailConfirmedAt: string | null
  readonly sessions: readonly {
    readonly way: string
    readonly startedAt: string
    readonly seenAt: string
    readonly expiresAt: string
  }[]
  readonly passkeys: readonly { readonly name: string; readonly addedAt: string; readonly usedAt: string | null }[]
  readonly rights: readonly {
    readonly right: string
    readonly grantedAt: string
    readonly grantedBy: string
    readonly revokedAt: string | null
    readonly revokedBy: string | null
  }[]
  readonly proofs: readonly {
    readonly address: string
    readonly askedAt: string
    readonly way: string | null
    readonly provedAt: string | null
  }[]
  /** What of them is encrypted comes as base64, under the numbers it is read by. */
  readonly applications: readonly {
    readonly id: string
    readonly begunAt: string
    readonly submittedAt: string | null
    readonly standing: string
    readonly facts: Readonly<Record<string, unknown>>
    readonly contact: string | null
    readonly answers: readonly { readonly id: string; readonly answeredAt: string; readonly words: string }[]
  }[]
  readonly seats: readonly {
    readonly member: string
    readonly role: string
    readonly givenAt: string
    readonly claimedAt: string | null
    readonly endedAt: string | null
  }[]
  readonly seatInvitations: readonly { readonly member: string; readonly role: string; readonly invitedAt: string }[]
  /** Drafts they began, as they stand; what is published stands in its story. */
  readonly drafts: readonly {
    readonly begunAt: string
    readonly kind: string
    readonly standing: string
    readonly fields: unknown
  }[]
  /** When its browser did the work of joining. */
  readonly arrivedAt: string | null
  readonly vouches: readonly {
    readonly member: string
    readonly at: string
    readonly answer: string
    readonly words: string
  }[]
  /** Their words are encrypted: they come as base64, under the numbers they are read by. */
  readonly appeals: readonly {
    readonly id: string
    readonly givenAt: string
    readonly words: string | null
    readonly outcome: string | null
    readonly answer: string | null
  }[]
  readonly acts: readonly { readonly at: string; readonly act: string; readonly about: string; readonly why: string }[]
}

export async function readAccountData(db: Db, id: AccountId, mailKey: Buffer): Promise<AccountData | undefined> {
  const { rows } = await sql<{ data: AccountData }>`
    select json_build_object(
      'account', json_build_object('createdAt', a.created_at, 'language', a.language, 'discreet', a.discreet),
      'passwordSetAt', a.password_set_at, 'authenticatorSince', a.totp_since,
      'recoveryCodesLeft', (select count(*) from recovery_codes c where c.account_id = a.id and c.used_at is null),
      'mailConfirmedAt', i.mail_confirmed_at,
      'sessions', (select coalesce(json_agg(json_build_object(
          'way', s.way, 'startedAt', s.started_at, 'seenAt', s.seen_at, 'expiresAt', s.expires_at) order by s.started_at), '[]')
        from sessions s where s.account_id = a.id),
      'passkeys', (select coalesce(json_agg(json_build_object(
          'name', p.name, 'addedAt', p.added_at, 'usedAt', p.used_at) order by p.added_at), '[]')
        from passkeys p where p.account_id = a.id),
      'rights', (select coalesce(json_agg(json_build_object('right', r.right_name, 'grantedAt', r.granted_at,
          'grantedBy', r.granted_by, 'revokedAt', r.revoked_at, 'revokedBy', r.revoked_by) order by r.granted_at), '[]')
        from rights r where r.account_id = a.id),
      'proofs', (select coalesce(json_agg(json_build_object('address', p.address, 'askedAt', p.asked_at, 'way', p.way,
          'provedAt', p.proved_at) order by p.id), '[]')
        from site_proofs p where p.asked_by = ${`account ${id}`}),
      'applications', (select coalesce(json_agg(json_build_object('id', p.id, 'begunAt', p.begun_at, 'submittedAt', p.submitted_at,
          'standing', p.standing, 'contact', encode(p.contact, 'base64'), 'facts', json_build_object('kind', p.kind, 'name', p.name,
            'site', p.site_url, 'feed', p.feed_url, 'withoutSite', p.without_site, 'country', p.country, 'countryShown', p.country_shown,
            'place', p.place, 'placeShown', p.place_shown, 'languages', p.languages, 'about', p.about, 'logo', p.logo,
            'logoAlt', p.logo_alt, 'logoCredit', p.logo_credit),
          'answers', (select coalesce(json_agg(json_build_object('id', w.id, 'answeredAt', w.answered_at,
              'words', encode(w.words, 'base64')) order by w.answered_at), '[]')
            from application_answers w where w.application_id = p.id)) order by p.begun_at), '[]')
        from applications p where p.account_id = a.id),
      'seats', (select coalesce(json_agg(json_build_object('member', m.name, 'role', t.role, 'givenAt', t.given_at,
          'claimedAt', t.claimed_at, 'endedAt', t.ended_at) order by t.given_at), '[]')
        from seats t join members m on m.id = t.member_id where t.account_id = a.id),
      'seatInvitations', (select coalesce(json_agg(json_build_object('member', m.name, 'role', v.role,
          'invitedAt', v.invited_at, 'endedHow', v.ended_how) order by v.invited_at), '[]')
        from seat_invitations v join members m on m.id = v.member_id where v.mail_key = ${mailKey}),
      'drafts', (select coalesce(json_agg(json_build_object(
          'begunAt', d.begun_at, 'kind', d.kind, 'standing', d.standing, 'fields', d.fields) order by d.begun_at), '[]')
        from drafts d where d.begun_by = a.id),
      'arrivedAt', (select w.worked_at from arrivals w where w.account_id = a.id),
      'vouches', (select coalesce(json_agg(json_build_object(
          'member', m.slug, 'at', v.answered_at, 'answer', v.answer, 'words', v.words) order by v.answered_at), '[]')
        from vouches v join members m on m.id = v.member_id where v.answered_by = ${`account ${id}`}),
      'appeals', (select coalesce(json_agg(json_build_object('id', p.id, 'givenAt', p.given_at,
          'words', encode(p.words, 'base64'), 'outcome', p.outcome, 'answer', p.answer) order by p.given_at), '[]')
        from appeals p where p.account_id = a.id),
      'acts', (select coalesce(json_agg(json_build_object(
          'at', t.acted_at, 'act', t.act, 'about', t.about, 'why', t.why) order by t.acted_at), '[]')
        from staff_acts t where t.acted_by = ${`account ${id}`})) as data
    from accounts a join identities i on i.account_id = a.id where a.id = ${id}`.execute(db)
  return rows[0]?.data
}
