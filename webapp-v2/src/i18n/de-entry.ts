import type { enEntry } from './en-entry.ts';
import type { Message } from './message.ts';

export const deEntry = {
  'app.name': 'Splitifyd',
  'app.promise': 'Tragt ein, wer was bezahlt hat, und alle in der Gruppe sehen sofort, wer wem etwas schuldet.',
  'app.skip': 'Zum Inhalt springen',
  'app.loading': 'Lädt …',
  'app.late': 'Das dauert länger, als es sollte. Vielleicht ist deine Verbindung weg.',
  'app.crashed': 'Auf dieser Seite ist etwas schiefgegangen',
  'app.crashedHint': 'Was du eingegeben hast, ist noch da. Lade die Seite neu, dann geht es weiter.',
  'app.reload': 'Neu laden',

  'action.close': 'Schließen',

  'account.signIn': 'Anmelden',
  'account.register': 'Konto anlegen',
  'account.welcome': 'Schön, dass du da bist',
  'account.start': 'Gemeinsam abrechnen',
  'account.mode': 'Anmelden oder Konto anlegen',
  'account.invited': 'Jemand hat dich in eine Gruppe eingeladen. Melde dich an oder leg ein Konto an, dann geht es dort weiter.',
  'account.endedElsewhere':
    'Du wurdest abgemeldet: in einem anderen Tab, oder weil die Anmeldung abgelaufen ist. Melde dich an, um weiterzumachen.',
  'account.deleted': 'Dein Konto ist gelöscht.',
  'account.google': 'Weiter mit Google',
  'account.or': 'oder',
  'account.name': 'Dein Name',
  'account.nameHint': 'So sehen dich die anderen.',
  'account.email': 'E-Mail',
  'account.password': 'Passwort',
  'account.passwordHint': 'Mindestens 6 Zeichen.',
  'account.showPassword': 'Passwort zeigen',
  'account.hidePassword': 'Passwort verbergen',
  'account.missingName': 'Sag uns, wie du heißt.',
  'account.missingEmail': 'Gib deine E-Mail-Adresse ein.',
  'account.missingPassword': 'Gib dein Passwort ein.',
  'account.choosePassword': 'Wähle ein Passwort mit mindestens 6 Zeichen.',
  'account.forgot': 'Passwort vergessen?',
  'account.resetTitle': 'Ein neues Passwort',
  'account.resetHint': 'Wir schicken einen Link an deine E-Mail-Adresse. Damit wählst du ein neues Passwort.',
  'account.resetSend': 'Link schicken',
  'account.resetSentTitle': 'Sieh in deine Mails',
  'account.resetSent':
    'Falls es zu {email} ein Konto gibt, ist der Link unterwegs. Er braucht vielleicht eine Minute oder landet beim Spam.',
  'account.backToSignIn': 'Zurück zum Anmelden',

  'session.wrong-credentials': 'E-Mail und Passwort passen nicht zusammen. Prüf beides und versuch es noch einmal.',
  'session.email-in-use': 'Zu dieser E-Mail gibt es schon ein Konto. Melde dich damit an.',
  'session.weak-password': 'Dieses Passwort ist zu leicht zu erraten. Nimm mindestens 6 Zeichen.',
  'session.invalid-email': 'Das sieht nicht nach einer E-Mail-Adresse aus.',
  'session.too-many-attempts': 'Zu viele Versuche. Warte ein paar Minuten und versuch es dann noch einmal.',
  'session.popup-blocked':
    'Dein Browser hat das Fenster zum Anmelden nicht geöffnet. Erlaub es für diese Seite und versuch es noch einmal.',
  'session.offline': 'Wir erreichen den Server nicht. Prüf deine Verbindung und versuch es noch einmal.',
  'session.unknown': 'Das hat nicht geklappt, und wir wissen nicht, warum. Versuch es bitte noch einmal.',
} as const satisfies Record<keyof typeof enEntry, Message>;
