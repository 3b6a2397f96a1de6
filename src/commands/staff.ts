import { makeSignInLink } from '../accounts/sign-in-link.ts'
import { type Author, accountFor, grant, revoke } from '../accounts/staff.ts'
import { readMailAddress } from '../core/account/mail-address.ts'
import { type Right, readRight, rights } from '../core/account/rights.ts'
import { Conflict, Invalid, NotFound, Usage } from '../core/errors.ts'
import { meant } from '../core/nearest.ts'
import { findAccountByMail, listIdentities } from '../db/accounts.ts'
import { readNetwork } from '../db/network.ts'
import { listHolders } from '../db/rights.ts'
import { mailKeyOf, readIdentity } from '../host/identity.ts'
import { readSecret } from '../host/secret.ts'
import { routes } from '../routes.ts'
import { withQuery } from '../web/context.ts'
import { type Act, type Command, chosen, type Invocation } from './command.ts'
import { type AtHand, operator, withDatabase } from './with-database.ts'

export const command: Command = {
  about: 'Say who looks after the network: its staff and their rights.',
  usage: ['add EMAIL --right RIGHT', 'list', 'remove EMAIL --right RIGHT [--why TEXT]'],
  options: {
    right: { value: 'RIGHT', about: 'administrator (settings), editor (stories) or moderator (members)' },
    why: { value: 'TEXT', about: 'why a right is taken away; it stays on record' },
  },
  notes: [
    '"staff add" prints a link that signs in once, within an hour: it is the way back in where no mail goes out.',
  ],
  async run(call, out, config) {
    const [verb, ...words] = call.words
    await chosen(acts, verb)(words, call, out, config)
  },
}

const add: Act = async (words, call, out, config) => {
  const { mail, right } = asked(words, call)
  const added = await withDatabase(config, async (at) => {
    const secret = await readSecret(config)
    const { languages } = await readNetwork(at.db)
    return await at.db.transaction().execute(async (tx) => {
      const author = authorAt(at)
      const { id } = await accountFor(tx, secret, { mail, language: languages[0] ?? 'en' }, author.now)
      const granted = await grant(tx, id, [right], author)
      return { account: id, isNew: granted.length > 0, token: await makeSignInLink(tx, id, author.now) }
    })
  })
  const link = config.url + withQuery(routes.link.href({}), { key: added.token })
  if (call.json) {
    out.json({ account: added.account, right, granted: added.isNew, link })
    return
  }
  out.print(
    `${mail} ${added.isNew ? 'is' : 'was already'} ${article(right)} ${right}. This link signs in once, within an hour:`,
  )
  out.print(`  ${link}`)
}

const list: Act = async (words, call, out, config) => {
  if (words.length > 0) throw new Usage(`"${words[0]}" is one word too many.`)
  const staff = await withDatabase(config, async ({ db }) => {
    const [secret, holders] = await Promise.all([readSecret(config), listHolders(db)])
    const identities = await listIdentities(db, [...new Set(holders.map(({ account }) => account))])
    const known = new Map(identities.map((sealed) => [sealed.id, readIdentity(secret, sealed.id, sealed)]))
    return holders.map((holder) => ({ ...holder, mail: '', name: '', ...known.get(holder.account) }))
  })
  if (call.json) out.json(staff)
  else if (staff.length === 0) out.note('Nobody has a right yet: wireroom staff add EMAIL --right administrator')
  else
    for (const { mail, name, right, grantedAt } of staff)
      out.print(`${right.padEnd(15)}${mail}${name && ` (${name})`}, since ${grantedAt.toISOString().slice(0, 10)}`)
}

const remove: Act = async (words, call, out, config) => {
  const { mail, right } = asked(words, call)
  const outcome = await withDatabase(config, async (at) => {
    const secret = await readSecret(config)
    const account = await findAccountByMail(at.db, mailKeyOf(secret, mail))
    if (!account) throw new NotFound(`${mail} is the address of no account.`)
    const from = { account: account.id, right, why: call.options.why ?? '' }
    return await at.db.transaction().execute((tx) => revoke(tx, from, authorAt(at)))
  })
  if (outcome === 'not in force') throw new NotFound(`${mail} is no ${right}.`)
  if (outcome === 'last administrator')
    throw new Conflict(`${mail} is the only administrator: add another one first, with "staff add".`)
  if (call.json) out.json({ right, removed: true })
  else out.print(`${mail} is no ${right} any more.`)
}

const acts = new Map<string, Act>(Object.entries({ add, list, remove }))

function asked([given, ...rest]: readonly string[], call: Invocation): { mail: string; right: Right } {
  if (given === undefined || rest.length > 0) throw new Usage('Say one mail address.')
  const mail = readMailAddress(given)
  if (!mail) throw new Invalid(`"${given}" is no mail address: write it as kim@example.org.`)
  const word = call.options.right
  if (word === undefined) throw new Usage(`Say which right, with --right: ${rights.join(', ')}.`)
  const right = readRight(word)
  if (!right) throw new Usage(`"${word}" is no right${meant(word, rights)}: ${rights.join(', ')}.`)
  return { mail, right }
}

function authorAt({ clock }: AtHand): Author {
  return { by: operator, now: clock() }
}

function article(right: Right): string {
  return right === 'moderator' ? 'a' : 'an'
}
