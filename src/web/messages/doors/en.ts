/** What the other ways in say: passkeys, authenticators, recovery codes, and the letters about them. */
export const doors = {
  'doors.unsent': 'One thing is not right yet.',

  'passkey.do': 'Sign in with a passkey',
  'passkey.about': 'Your device knows you by your finger, your face or its code. Nothing to type, nothing to remember.',
  'passkey.cancelled': 'Nothing was done: it was stopped, or it took too long. Press the button to try once more.',
  'passkey.known': 'This device has a passkey for your account already.',
  'passkey.failed': 'Your browser could not do this here. Try another device, or another way in.',
  'sign-in.error.passkey.wrong':
    'This passkey does not open anything here. It may have been removed. The other ways in still work.',
  'sign-in.error.passkey.over': 'This page stood open for a long time. Please press the button once more.',

  'passkeys.title': 'Passkeys',
  'passkeys.none': 'You have none yet. With a passkey you sign in without typing anything, and nobody can phish it.',
  'passkeys.begin': 'Add a passkey',
  'passkeys.change': 'Add, rename or remove passkeys',
  'passkeys.about':
    'A passkey is kept by your phone, your computer or your password manager. It signs you in alone: no password, no code.',
  'passkeys.added': 'added on {date}',
  'passkeys.used': 'last used on {date}',
  'passkeys.unused': 'never used yet',
  'passkeys.backed-up': 'synchronised between devices',
  'passkeys.unnamed': 'Passkey of {date}',
  'passkeys.edit': 'Change',
  'passkeys.add': 'Add a passkey',
  'passkeys.add.do': 'Add a passkey',
  'passkeys.name': 'Name',
  'passkeys.name.hint': 'So that you know it again, such as “Phone” or “Key in the drawer”.',
  'passkeys.device':
    'Your device keeps it under this network’s address, with the name you go by here. Whoever may look through the passkeys of your device sees that.',
  'passkeys.needs': 'This needs a browser that knows passkeys, with scripts switched on for this page.',
  'passkeys.impossible':
    'This network’s address can have no passkeys: they need https and a name. Whoever runs it can change that.',
  'passkeys.enough': 'You have as many as an account can have. Remove one to add another.',
  'passkeys.rename.do': 'Save the name',
  'passkeys.remove': 'Remove it',
  'passkeys.remove.text':
    'It then signs nobody in any more, and you get a letter about it. Your device goes on offering it until you delete it there, too.',
  'passkeys.remove.last': 'It is your only one: after that your password or a link by mail signs you in.',
  'passkeys.remove.do': 'Remove this passkey',
  'passkeys.done.added': 'The passkey is added. From now on it signs you in.',
  'passkeys.done.renamed': 'The name is saved.',
  'passkeys.done.removed': 'The passkey is removed.',
  'passkeys.error.wrong': 'What your device answered did not fit what was asked. Please try once more.',
  'passkeys.error.over': 'This page stood open for a long time. Please try once more.',
  'passkeys.error.known': 'This passkey has been added before.',
  'passkeys.error.many': 'You have as many as an account can have. Remove one to add another.',
  'passkeys.error.unnamed': 'Give it a name.',
  'passkeys.error.long': {
    one: 'Take a name of at most {count} character.',
    other: 'Take a name of at most {count} characters.',
  },

  'code.title': 'One more step',
  'code.about': 'Your account asks for a code as well. Open your authenticator and type what it shows.',
  'code.label': 'Code',
  'code.hint': 'Six digits. They change every half minute.',
  'code.recovery.title': 'Without your authenticator',
  'code.recovery.about': 'Use one of the recovery codes you kept. Each works once. A passkey needs no code at all.',
  'code.recovery.label': 'Recovery code',
  'code.recovery.hint': 'Twelve signs, such as 4k7m-q2xd-9vtp.',
  'code.recovery.do': 'Sign in with it',
  'code.error.code':
    'This is not the code of this moment, or it was used already. Wait for the next one, and see whether the clock of your device is right.',
  'code.error.recovery': 'This is none of your recovery codes, or it was used already.',
  'code.error.closed':
    'Too many wrong codes were tried. For an hour only a passkey or one of your recovery codes signs you in.',
  'code.error.over': 'Ten minutes have passed, or you began in another browser. Please begin again.',

  'authenticator.title': 'Authenticator',
  'authenticator.none':
    'Off. With it, whoever has your password still needs a code that only your device shows. Passkeys need none.',
  'authenticator.begin': 'Set up an authenticator',
  'authenticator.change': 'Make new recovery codes, or remove it',
  'authenticator.since': 'Since {date} a password or a link by mail asks for a code as well.',
  'authenticator.about':
    'An authenticator is an app that shows a new code every half minute. It works without a network and tells nobody anything.',
  'authenticator.scan': 'First: let it read this',
  'authenticator.scan.text':
    'Choose “add” in your authenticator and point it at the square. It will show this network’s name and the name you go by here.',
  'authenticator.qr': 'QR code for your authenticator. What it holds stands below as text.',
  'authenticator.open': 'Open it on this device',
  'authenticator.by-hand': 'To type by hand',
  'authenticator.confirm': 'Then: type what it shows',
  'authenticator.code': 'Code',
  'authenticator.confirm.do': 'Switch it on',
  'authenticator.remove': 'Remove it',
  'authenticator.remove.text':
    'After that your password or a link by mail signs you in without a code, and your recovery codes are void. You get a letter about it.',
  'authenticator.remove.do': 'Remove the authenticator',
  'authenticator.done.on': 'Your authenticator is on.',
  'authenticator.done.off': 'Your authenticator is removed. Below you can set up another.',
  'authenticator.done.codes': 'The new recovery codes count. The old ones are void.',
  'authenticator.error.code':
    'This is not what it should show now. Wait for the next code, and see whether the clock of your device is right.',
  'authenticator.error.over': 'This page stood open for too long. Here is a new square to read.',

  'codes.title': 'Recovery codes',
  'codes.new': 'Your recovery codes',
  'codes.about': 'Each signs you in once, in place of your authenticator, when it is lost or not at hand.',
  'codes.once':
    'They are shown now and never again. Print them or write them down, and keep them away from your device.',
  'codes.left': { one: '{count} recovery code is left.', other: '{count} recovery codes are left.' },
  'codes.few': 'Make new ones soon.',
  'codes.again': 'Are they lost, or has somebody seen them? Make ten new ones. The old ones are void from then on.',
  'codes.again.do': 'Make new recovery codes',
  'codes.download': 'Save as a file',
  'codes.download.text': 'The file does not name this network.',
  'codes.kept': 'I have kept them',
  'codes.file': 'Each works once.',

  'letter.change.subject': 'A change in your account',
  'letter.change.action': 'Look at your account',
  'letter.change.not-you':
    'It was not you? Sign in, end the sessions you do not know, remove the passkeys you do not know, and set a new password.',
  'letter.passkey-added.title': 'A passkey was added',
  'letter.passkey-added.text': 'On {date} the passkey “{name}” was added to your account. It signs in by itself.',
  'letter.passkey-removed.title': 'A passkey was removed',
  'letter.passkey-removed.text':
    'On {date} the passkey “{name}” was removed from your account. It signs nobody in any more.',
  'letter.authenticator-on.title': 'An authenticator was set up',
  'letter.authenticator-on.text':
    'Since {date} your account asks for a code of your authenticator after a password or a link by mail.',
  'letter.authenticator-off.title': 'The authenticator was removed',
  'letter.authenticator-off.text':
    'Since {date} your account asks for no code any more, and its recovery codes are void.',
  'letter.codes-made.title': 'New recovery codes were made',
  'letter.codes-made.text': 'On {date} ten new recovery codes were made for your account. The old ones are void.',
  'letter.code-used.title': 'A recovery code was used',
  'letter.code-used.text': {
    one: 'On {date} somebody signed in to your account with a recovery code. {count} is left: make new ones.',
    other: 'On {date} somebody signed in to your account with a recovery code. {count} are left.',
  },
} as const
