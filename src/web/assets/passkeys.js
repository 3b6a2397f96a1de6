/**
 * Forms that ask for a passkey. The question stands in the form; what the browser answers is sent with it as JSON. Where
 * the browser knows no passkeys for this address the forms go, and what stands for them ([data-passkey-else]) stays.
 */
const forms = [...document.querySelectorAll('form[data-passkey]')]
/** The wait for a passkey picked among what a field may be filled with: ended when another is asked for. */
let waiting

for (const form of forms) {
  if (!canAnswer(form)) {
    form.remove()
    continue
  }
  form.hidden = false
  for (const instead of document.querySelectorAll('[data-passkey-else]')) instead.hidden = true
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void ask(form)
  })
}
for (const form of forms) if (form.isConnected && form.dataset.passkey === 'get') void offerInField(form)

/** Passkeys belong to a name: at another address of the same network the browser would refuse. */
function canAnswer(form) {
  if (!window.isSecureContext || !window.PublicKeyCredential || !navigator.credentials) return false
  const { rpId, rp } = JSON.parse(form.dataset.question)
  const name = rpId ?? rp.id
  return location.hostname === name || location.hostname.endsWith(`.${name}`)
}

async function ask(form) {
  const button = form.querySelector('button')
  say(form, '')
  button.disabled = true
  waiting?.abort()
  try {
    send(form, await answerTo(form))
  } catch (error) {
    button.disabled = false
    const reason = { NotAllowedError: 'cancelled', AbortError: 'cancelled', InvalidStateError: 'known' }[error.name]
    say(form, form.dataset[reason ?? 'failed'])
    if (form.dataset.passkey === 'get') void offerInField(form)
  }
}

/** Passkeys stand among what the browser offers for the mail address (conditional mediation). */
async function offerInField(form) {
  if (!(await window.PublicKeyCredential.isConditionalMediationAvailable?.())) return
  waiting = new AbortController()
  try {
    send(form, await answerTo(form, { mediation: 'conditional', signal: waiting.signal }))
  } catch {
    // Nobody picked one, or the button was pressed: both are told where they happen.
  }
}

async function answerTo(form, how = {}) {
  const question = JSON.parse(form.dataset.question)
  if (form.dataset.passkey === 'create')
    return await navigator.credentials.create({ publicKey: readQuestion(question, 'parseCreationOptionsFromJSON') })
  return await navigator.credentials.get({ publicKey: readQuestion(question, 'parseRequestOptionsFromJSON'), ...how })
}

function send(form, credential) {
  form.elements.answer.value = JSON.stringify(writeAnswer(credential))
  form.submit()
}

function say(form, words) {
  form.querySelector('[role="status"]').textContent = words
}

/** The question with bytes where JSON has base64url; by hand where the browser cannot (Safari before 18.4). */
function readQuestion(question, native) {
  if (window.PublicKeyCredential[native]) return window.PublicKeyCredential[native](question)
  const named = (list = []) => list.map((one) => ({ ...one, id: bytes(one.id) }))
  return {
    ...question,
    challenge: bytes(question.challenge),
    ...(question.user && { user: { ...question.user, id: bytes(question.user.id) } }),
    ...(question.excludeCredentials && { excludeCredentials: named(question.excludeCredentials) }),
    ...(question.allowCredentials && { allowCredentials: named(question.allowCredentials) }),
  }
}

/** As `toJSON` writes it. Some safes of passwords hand out credentials on which that fails. */
function writeAnswer(credential) {
  try {
    return credential.toJSON()
  } catch {
    const { id, rawId, type, response } = credential
    const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']
    const told = Object.fromEntries(parts.filter((name) => response[name]).map((name) => [name, text(response[name])]))
    const transports = response.getTransports?.()
    return { id, rawId: text(rawId), type, response: { ...told, transports }, clientExtensionResults: {} }
  }
}

function bytes(base64url) {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (one) => one.charCodeAt(0)).buffer
}

function text(buffer) {
  const binary = String.fromCharCode(...new Uint8Array(buffer))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
