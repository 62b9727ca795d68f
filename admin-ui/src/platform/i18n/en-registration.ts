import type { jaRegistration } from './ja-registration.ts'
import type { ShapeOf } from './text-key.ts'

export const enRegistration: ShapeOf<typeof jaRegistration> = {
  duplicates: {
    title: 'Is this person registered already?',
    lead: 'There are similar members. Please make sure it is somebody else before you register.',
    samePerson: 'Same kana and birth date',
    samePhone: 'Same phone',
    confirm: 'Register as somebody else',
  },
  erasure: {
    action: 'Erase member',
    title: 'Erase the personal data of %{name}',
    submit: 'Erase',
    done: 'The personal data has been erased.',
    notYet: 'This is not possible yet. First, please settle the following.',
    openStays:
      '%{smart_count} booking or stay is not over. |||| %{smart_count} bookings or stays are not over.',
    pointsLeft: '%{points} are left.',
    openRequests:
      '%{smart_count} request waits for approval. |||| %{smart_count} requests wait for approval.',
    forGood: 'This cannot be undone.',
    forgotten:
      'Name, kana, phone, e-mail, birth date and identity document go, the personal values in trail and mails become unreadable, and signing in ends, also with outside accounts.',
    kept: 'Bookings and points stay in the books without a name. The guest register stays as long as the law asks.',
    erased: 'Erased member',
    since: 'The personal data was erased on %{at}.',
  },
  registration: {
    title: 'Become a member',
    lead: 'We will send a confirmation code to your mail address.',
    privacy:
      'What you type is kept encrypted and used for your stays and to reach you only. Without confirmation it is erased after 24 hours.',
    checkFields: 'Please check what you typed.',
    submit: 'Send me the code',
    sentTitle: 'Please check your mail',
    sent: 'A mail is on its way to your address. Complete your registration with the code in it.',
    until: 'Valid until %{at}',
    enterCode: 'Enter the code',
    confirmTitle: 'Complete your registration',
    confirmLead: 'Enter the code from the mail and choose a password.',
    code: 'Confirmation code',
    codeHelp: 'The 16 characters in the mail; hyphens do not matter.',
    password: 'Password',
    passwordHelp: 'At least 10 characters.',
    confirm: 'Complete',
    doneTitle: 'You are a member now',
    done: 'Thank you for registering. Sign in with your mail address or member number and your password.',
  },
}
