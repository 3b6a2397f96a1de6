/** Pages on which a member, or somebody who asks to become one, proves that it speaks for its site. */
import { actor, seatOf, visitorOf } from '../core/account/visitor.ts'
import { NotFound } from '../core/errors.ts'
import { readId } from '../core/id.ts'
import { isSeenWay, proofWays } from '../core/member/proof.ts'
import { mayAs } from '../core/member/seat.ts'
import { findMember } from '../db/members.ts'
import { listWaitingLetters } from '../db/proof-letters.ts'
import { deleteProof, findApplicant, findProof, listProofs, type ProofId, type SiteProof } from '../db/site-proofs.ts'
import { routes } from '../routes.ts'
import { type Answer, privatePage, redirect } from '../web/answer.ts'
import { frameOf, withQuery } from '../web/context.ts'
import { memberPlaces } from '../web/member-places.ts'
import { lookNow, nameSite, showPrivately, targetsOf, writeToSite } from './proof.ts'
import type { Asked, Desk, Form, ProofMeans } from './proof-means.ts'
import { type ProofDone, type ProofFault, proofDones, proofPage } from './proof-page.ts'

/** Somebody waits: a site that answers slowly has so long in all, and a free place this long to come. */
const lookMs = 20_000
const waitMs = 5_000
/** Characters of what is said to a moderator. */
const longestWords = 1_000

export async function applicationProof(context: Asked): Promise<Answer> {
  return await answer(context, await deskOfApplicant(context))
}

export async function applicationProofSent(context: Form, means: ProofMeans): Promise<Answer> {
  return await act(context, means, await deskOfApplicant(context))
}

export async function memberProof(context: Asked): Promise<Answer> {
  return await answer(context, await deskOfMember(context))
}

export async function memberProofSent(context: Form, means: ProofMeans): Promise<Answer> {
  return await act(context, means, await deskOfMember(context))
}

async function deskOfApplicant(context: Asked): Promise<Desk> {
  const found = await findApplicant(context.db, visitorOf(context).account)
  if (!found) throw new NotFound('There is no application of yours that is open.')
  const { t } = frameOf(context)
  return {
    claimant: { application: found.id },
    name: found.name,
    site: found.site,
    page: routes.applicationProof.href({}),
    sent: routes.applicationProofSent.href({}),
    back: { label: t('proof.back.application'), href: routes.application.href({}) },
    faces: [],
    mayChange: true,
  }
}

async function deskOfMember(context: Asked): Promise<Desk> {
  const { db, params } = context
  const { slug, name, member, role, isSuspended } = seatOf(context, params.member ?? '')
  const found = await findMember(db, slug)
  return {
    claimant: { member },
    name,
    site: found?.siteUrl ?? null,
    page: routes.memberProof.href({ member: slug }),
    sent: routes.memberProofSent.href({ member: slug }),
    places: memberPlaces(frameOf(context), seatOf(context, slug), 'proof'),
    faces: [routes.member.href({ slug })],
    mayChange: mayAs(role, 'owner') && !isSuspended,
  }
}

/** A form of the page: which proof it is about is looked for among the claimant's own alone. */
async function act(context: Form, means: ProofMeans, desk: Desk): Promise<Answer> {
  const { db, form } = context
  if (form.get('do') === 'name') return await name(context, desk)
  const id = readId<ProofId>(form.get('proof') ?? '')
  const proof = id && (await findProof(db, desk.claimant, id))
  if (!proof) throw new NotFound('There is no such site among yours.')
  const way = proofWays.find((one) => one === form.get('way'))
  switch (form.get('do')) {
    case 'drop':
      return await drop(context, desk, proof)
    case 'mail':
      return await mail(context, means, desk, proof)
    case 'private':
      return await tell(context, means, desk, proof)
    default:
      return way && isSeenWay(way) ? await look(context, means, desk, { proof, way }) : done(context, desk)
  }
}

async function name(context: Form, desk: Desk): Promise<Answer> {
  const { db, form, now } = context
  const typed = (form.get('url') ?? '').slice(0, 2_000)
  const outcome = await nameSite(db, desk.claimant, typed, { by: actor(context), now })
  if (outcome === 'named') return done(context, desk, 'named')
  return await answer(context, desk, { kind: outcome, typed })
}

async function look(
  context: Form,
  means: ProofMeans,
  desk: Desk,
  { proof, way }: { proof: SiteProof; way: Parameters<typeof lookNow>[2] },
): Promise<Answer> {
  const { db, now, url } = context
  const refuse = (kind: 'soon' | 'busy') => answer(context, desk, { kind, proof: proof.id, way }, 429)
  if (means.proofLimit.take(visitorOf(context).account)) return await refuse('soon')
  const place = await means.looks.take(AbortSignal.timeout(waitMs)).catch(() => undefined)
  if (!place) return await refuse('busy')
  try {
    const eyes = { fetcher: await means.fetcher(), dns: means.dns, signal: AbortSignal.timeout(lookMs) }
    const sight = await lookNow(db, proof, way, eyes, { now, targets: targetsOf(url, proof.token, desk.faces) })
    if (sight.kind === 'seen') return done(context, desk, 'proved')
    return await answer(context, desk, { ...sight, proof: proof.id, way })
  } finally {
    place()
  }
}

async function mail(context: Form, means: ProofMeans, desk: Desk, proof: SiteProof): Promise<Answer> {
  const { db, form, now, network, url, language } = context
  const typed = (form.get('mailbox') ?? '').trim().slice(0, 300)
  const secret = await means.secret()
  const on = { by: actor(context), now, secret, network, url, language, name: desk.name }
  const outcome = await writeToSite(db, proof, typed, on)
  if (outcome === 'sent') return done(context, desk, 'sent')
  const kind = outcome === 'many' ? 'many letters' : 'no mailbox'
  return await answer(context, desk, { kind, proof: proof.id, way: 'mail', typed })
}

async function tell(context: Form, means: ProofMeans, desk: Desk, proof: SiteProof): Promise<Answer> {
  const { db, form, now } = context
  const words = (form.get('words') ?? '').replace(/\r\n?/g, '\n').trim()
  if (words === '' || words.length > longestWords) {
    const kind = words === '' ? 'no words' : 'long words'
    return await answer(context, desk, { kind, proof: proof.id, way: 'moderator', typed: words })
  }
  await showPrivately(db, proof, words, { now, secret: await means.secret() })
  return done(context, desk, 'told')
}

/** What was proved stays: sources may stand on it. */
async function drop(context: Form, desk: Desk, proof: SiteProof): Promise<Answer> {
  if (proof.proved) return done(context, desk)
  await context.db.transaction().execute((tx) => deleteProof(tx, desk.claimant, proof.id))
  return done(context, desk, 'dropped')
}

function done(context: Form, desk: Desk, what?: ProofDone): Answer {
  return redirect(frameOf(context).at(withQuery(desk.page, { done: what })), 303)
}

async function answer(context: Asked, desk: Desk, fault?: ProofFault, status = 422): Promise<Answer> {
  const { db, now, query, url } = context
  const proofs = await listProofs(db, desk.claimant)
  const letters = await listWaitingLetters(
    db,
    proofs.map(({ id }) => id),
    now,
  )
  const body = proofPage(frameOf(context), {
    desk,
    proofs: proofs.map((proof) => ({
      ...proof,
      target: targetsOf(url, proof.token, desk.faces).at(-1) ?? '',
      letterAt: letters.get(proof.id),
    })),
    fault,
    done: fault ? undefined : proofDones.find((one) => one === query.done),
  })
  return privatePage(body, { status: fault ? status : 200 })
}
