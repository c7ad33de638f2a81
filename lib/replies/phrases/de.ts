import type { Bank, Gender } from './bank';

const NUMBER =
  '(?:\\d{1,3}|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|fünfzehn|zwanzig|dreißig|vierzig|fünfzig)';
const UNIT = '(?:Minuten|Stunden|Tagen|Tage|Wochen|Monaten|Monate)';
const DAYS = 'Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag';

/** Endings of "dein", "Ihr", "unser": first, then third case. */
const endings: Record<Gender, readonly [string, string]> = { m: ['', 'em'], f: ['e', 'er'], n: ['', 'em'] };
const articles: Record<Gender, readonly [string, string]> = { m: ['der', 'dem'], f: ['die', 'der'], n: ['das', 'dem'] };
const none: Record<Gender, string> = { m: 'kein', f: 'keine', n: 'kein' };

/** German, with du and Sie. */
export const german: Bank = {
  lang: 'de',
  locale: 'de',
  register: 'informal',
  finds: {
    since: new RegExp(
      `(?<!\\p{L})(seit (?:gestern(?: Abend| früh)?|vorgestern|heute (?:früh|Morgen|Mittag)|(?:${DAYS})|letzter Woche|letztem (?:Monat|${DAYS})|${NUMBER} (?:Minuten|Stunden|Tagen|Wochen|Monaten)))(?!\\p{L})`,
      'iu',
    ),
    wait: new RegExp(
      `(?<!\\b(?:in|alle|nach|seit|von|pro|Laufzeit)\\s)(?<!\\p{L})(${NUMBER} ${UNIT.replace('Tagen|', '').replace('Monaten|', '')})(?!\\p{L})(?! gratis)`,
      'iu',
    ),
    stakes: [
      [/bewerbungsgespr|vorstellungsgespr/i, 'mitten im Vorstellungsgespräch'],
      [/pr[üu]fung|klausur/i, 'mitten in der Prüfung'],
      [/unterricht/i, 'mitten im Unterricht'],
      [/\bspiel\b|ranked/i, 'mitten im Spiel'],
      [/homeoffice|home office|meeting|videokonferenz/i, 'mitten in der Arbeit'],
      [/backtag/i, 'am Backtag'],
      [/kartenzahlung|kartenleser/i, 'mit wartender Kundschaft'],
      [/\bfilm\b|\bserie\b/i, 'mitten im Film'],
    ],
    place: /(?<!\p{L})((?:in|bei|im Raum) \p{Lu}[\p{Ll}]+(?:-\p{Lu}\p{Ll}+)?)(?!\p{L})/u,
    informal: /(?<!\p{L})(?:du|dir|dich|ihr|euch|euer|eure|eurem|habt|könnt|seid)(?!\p{L})/u,
    formal: /(?<!\p{L})(?:Sie|Ihnen|Ihre|Ihrem|Ihren|Guten Tag|Sehr geehrte)(?!\p{L})/u,
    asks: /^(?:@\w+[\s,:]+|hallo |hi |moin |guten tag )*(?:wie|wann|wo|was|wer|welche[rs]?|kann|gibt es|hat jemand|weiß jemand)(?!\p{L})/iu,
    idea: /(?<!\p{L})(?:eine idee|vorschlag|wäre schön, wenn|wäre toll, wenn|könntet ihr nicht)(?!\p{L})/iu,
    down: /\btot\b|\bweg\b|\baus\b|nix|\bkein/i,
    burning: /brenn|rauch|qualm|funken|feuer|schmor|verbrannt/i,
    scope: /straße|viertel|nachbar|alle|ganze|jemand|haus|stadt|ort\b/i,
    light: /lampe|leuchte|blink|\brot\b|orange|\bgrün\b|LED/i,
  },
  nouns: [
    {
      topics: ['outage', 'speed', 'coverage', 'device'],
      whose: 'theirs',
      gender: 'n',
      words: 'Internet, WLAN=Wifi, Netz, Festnetz, Fernsehen=TV, Telefon',
    },
    { topics: ['outage', 'speed', 'coverage', 'device'], whose: 'theirs', gender: 'm', words: 'Anschluss, Empfang' },
    {
      topics: ['outage', 'speed', 'coverage', 'device'],
      whose: 'theirs',
      gender: 'f',
      words: 'Leitung, Verbindung, Glasfaser',
    },
    { topics: ['device', 'order', 'speed'], whose: 'theirs', gender: 'm', words: 'Router, Receiver' },
    {
      topics: ['device', 'order', 'speed', 'account'],
      whose: 'theirs',
      gender: 'f',
      words: 'Box, Fernbedienung, SIM-Karte=SIM',
    },
    { topics: ['device', 'order', 'speed'], whose: 'theirs', gender: 'n', words: 'Modem, Handy' },
    {
      topics: ['billing', 'cancellation'],
      whose: 'theirs',
      gender: 'f',
      words: 'Rechnung, Abbuchung, Gutschrift, Erstattung, Kündigung',
    },
    { topics: ['billing', 'cancellation'], whose: 'theirs', gender: 'm', words: 'Vertrag' },
    {
      topics: ['order', 'account', 'other', 'appointment'],
      whose: 'theirs',
      gender: 'f',
      words: 'Bestellung, Lieferung, Prämie, Rufnummer=Nummer, Beschwerde',
    },
    { topics: ['order', 'account', 'other'], whose: 'theirs', gender: 'n', words: 'Paket, Konto, Passwort' },
    { topics: ['appointment', 'unreachable', 'other'], whose: 'theirs', gender: 'm', words: 'Termin, Rückruf, Tarif' },
    { topics: ['appointment'], whose: 'nobody', gender: 'm', words: 'Techniker' },
    {
      topics: ['device', 'unreachable', 'account', 'other'],
      whose: 'ours',
      gender: 'f',
      words: 'App, Hotline, Website=Webseite=Homepage',
    },
    {
      topics: ['unreachable', 'other'],
      whose: 'ours',
      gender: 'm',
      words: 'Chat, Kundendienst=Kundenservice, Shop=Laden',
    },
  ],
  words: {
    outage: 'Anschluss',
    speed: 'Anschluss',
    billing: 'Rechnung',
    appointment: 'Termin',
    device: 'Box',
    cancellation: 'Kündigung',
    coverage: 'Empfang',
    unreachable: 'Kundendienst',
    order: 'Bestellung',
    account: 'Konto',
    fraud: 'Konto',
    other: 'Anschluss',
  },
  forms: ({ word, whose, gender }) => {
    const [first, third] = endings[gender];
    const by = (ending: string, at: 0 | 1): string =>
      whose === 'theirs' ? `[dein|Ihr]${ending}` : whose === 'ours' ? `unser${ending}` : articles[gender][at];
    return {
      thing: `${by(first, 0)} ${word}`,
      dat: `${by(third, 1)} ${word}`,
      noun: word,
      lack: `${none[gender]} ${word}`,
    };
  },
  day: (when) => {
    if (when.kind === 'today') return 'heute schon';
    if (when.kind === 'yesterday') return 'gestern';
    return when.kind === 'weekday' ? `am ${when.name}` : `im ${when.name}`;
  },
  keepsCapital:
    /^(?!(?:Das|Dass|Die|Der|Ein|Eine|Es|Ich|Ist|Gute|Danke|Wie|Was|Wo|Wann|Wer|Welche|Welcher|Kein|Keine|So|Tut|Mit|Zu|Und|Hier|Am|An|Vor|Wenn|Du|Schick|Schreib|Lösch|Bitte|Verstanden|Lieber|Nach|Gerade|Auf|Kam|Sind|Ging|Hat|Steht|Um|Unter|Dein|Deine|Unser|Unsere|Alles|Seit|Jetzt|Per|Schön|Soll|Nicht|Für|Bist|Da|Dafür|Genau|Herzlichen|Vielen|Uns|Ohne|Geht|Für|Gibt|Zweimal|In|Im|Ging|Wird|Womit|Worum|Erst|Ausgerechnet|Drei|Zwei|Vier|Fünf|Sechs|Sieben|Acht|Neun|Zehn|Elf|Zwölf|Den|Dem|Den|Sagst|Verzeihung|Jede|Per|Ob|Fing|Nur|Kann|Wo|Löschen|Deine|Meine|Seit|Schon|Auch)$)/,
  moves: {
    greet: { named: ['{name}, ', 'Hallo {name}, ', 'Hallo {name}. '], unnamed: ['', 'Hallo, ', 'Hallo. '] },
    wait: [
      '{Wait}: das ist zu lang.',
      '{Wait}, so lange sollte niemand warten.',
      '{Wait}: da wäre meine Geduld auch am Ende.',
    ],
    stake: [
      'Und das {stake}.',
      'Dass es {stake} passiert, macht es nicht besser.',
      'Ausgerechnet {stake}, schlechter geht es kaum.',
    ],
    safety: [
      'Wenn an der Leitung jemandes Gesundheit hängt, geht das allem anderen vor.',
      'Wo es um die Gesundheit geht, darf so etwas nicht in einer Schlange stehen.',
    ],
    burning: ['Bitte sofort ausstecken, falls noch nicht geschehen: erst der Geruch, dann das Internet.'],
    history: {
      same: [
        '[Du hast|Sie haben] {day} schon wegen derselben Sache geschrieben, {thing}: alles noch einmal erzählen muss nicht sein.',
        'Ich sehe, dass es {day} schon um {noun} ging.',
      ],
      any: [
        'Was [du|Sie] {day} geschrieben [hast|haben], liegt vor mir; von vorn anfangen muss nicht sein.',
        '[Deine|Ihre] Nachricht von vorher, {day} geschickt, habe ich auch gelesen.',
      ],
    },
    incident: {
      here: [
        'Das liegt nicht an [dir|Ihnen]: {incident}',
        'Das wissen wir bisher: {incident}',
        '[Du bist|Sie sind] nicht allein damit: {incident}',
      ],
      area: [
        'In {area} ist gerade eine Störung gemeldet.',
        'Für {area} ist eine Störung offen, das liegt also nicht nur an [dir|Ihnen].',
      ],
      ask: [
        'In {area} ist gerade eine Störung offen. [Bist du|Sind Sie] dort?',
        'Ist das in {area}? Dort ist eine Störung offen.',
      ],
    },
    fact: {
      status: ['Den Stand gibt es hier, ohne Anmeldung: {fact}', 'Hier sieht man, wie es gerade steht: {fact}'],
      help: ['Die Schritte stehen auf einer Seite: {fact}', 'Hier steht es vollständig: {fact}'],
      chat: ['Am schnellsten zu einem Menschen geht es im Chat: {fact}', 'Im Chat antworten Leute: {fact}'],
      phone: ['Die Nummer dafür ist {fact}.', 'Am Telefon: {fact}.'],
      email: ['Wenn Schreiben leichter ist: {fact}', 'Per Mail: {fact}'],
      dm: ['Hier geht es direkt zur Nachricht an uns: {fact}', 'Privat schreiben geht hier: {fact}'],
      hours: ['Unsere Zeiten: {fact}.', 'Geöffnet ist: {fact}.'],
      notice: ['Der aktuelle Hinweis: {fact}', 'Das Neueste dazu steht hier: {fact}'],
    },
    unknown: [
      'Zu {dat} prüfe ich das lieber, als zu raten. Ich frage gerade nach.',
      'Gute Frage, und die Antwort soll stimmen und nicht nur schnell sein. Ich suche sie heraus.',
      'Die Antwort habe ich nicht parat, und geraten hilft sie niemandem. Ich frage nach.',
      'Das prüfe ich lieber, als eine halbe Antwort zu geben. Ich bin dran.',
    ],
    questionDm: [
      'Das kann am Vertrag hängen: mit der Kundennummer per Direktnachricht (bitte nicht hier) sehe ich [deinen|Ihren] Fall und nicht die Regel.',
      'Wenn ich es für [dich|Sie] nachsehen soll: die Postleitzahl zum Vertrag per Direktnachricht genügt.',
    ],
    questionAsk: [
      ['Geht es um einen Anschluss, den es bei uns schon gibt, oder um einen neuen? Davon hängt die Antwort ab.'],
      ['Für welchen Ort ist das? Dann antworte ich für dort und nicht allgemein.', 'place'],
      ['Gibt es einen Tag, bis zu dem das klappen muss? Dann weiß ich, welcher Weg der kürzere ist.'],
      ['Was [hast du|haben Sie] dazu schon gelesen oder gehört? Dann fange ich dort an.'],
    ],
    noted: ['Verstanden, danke: das liegt jetzt beim Rest.', 'Danke, das ist klar und liegt vor mir.'],
    idea: [
      'Ich sehe, wozu das gut wäre, und danke für die klare Beschreibung.',
      'Das ist eine gute Idee, und so geschrieben versteht sie jeder.',
    ],
    ideaDm: ['Ein Bildschirmfoto per Direktnachricht, wo es hakt, hilft denen, die es bauen müssten.'],
    ideaAsk: ['Ist das eher am Handy, am Fernseher oder am Rechner? Dann weiß ich, wer es lesen sollte.'],
    takeDown: [
      'Bitte [lösch|löschen Sie] den Beitrag: er enthält persönliche Daten, und hier liest jeder mit.',
      'Bitte zuerst den Beitrag löschen, darin stehen persönliche Daten für alle sichtbar.',
    ],
    takeDownDm: [
      'Per Direktnachricht genügt die Kundennummer; nie eine Karte, eine PIN oder ein Passwort.',
      'Danach bitte nur die Kundennummer per Direktnachricht. Nach Karte oder Passwort fragen wir nie.',
    ],
    takeDownAsk: [
      '[Sagst du|Sagen Sie] mir, wenn er weg ist? Dann geht es per Direktnachricht weiter.',
      'Die drei Punkte, dann Löschen. [Siehst du|Sehen Sie] das dort?',
    ],
    thanks: {
      any: [
        'Danke, dass [du|Sie] das [schreibst|schreiben]. Meist schreibt man, wenn etwas kaputt ist, so etwas lese ich zweimal.',
        'Das liest sich schön. Danke fürs Schreiben.',
        'Vielen Dank. So eine Nachricht trägt durch eine lange Schicht.',
      ],
      person: [
        'Danke fürs Erzählen. Gute Arbeit wird selten erwähnt, umso mehr zählt es.',
        'So soll ein Besuch sein. Danke, dass nicht nur die Reparatur auffiel, sondern der Mensch.',
      ],
      solved: [
        'Auf diese Nachricht hatte ich gehofft. Danke fürs Bescheidgeben.',
        'Schön, dass es läuft. Danke für die Geduld und fürs Zurückschreiben.',
      ],
      history: ['Nach dem, was [du|Sie] {day} geschrieben [hast|haben], freut das doppelt. Danke.'],
      short: [
        'Danke. Das tut gut zu lesen.',
        'Herzlichen Dank, das freut hier alle.',
        'Vielen Dank, das hebt die Schicht.',
      ],
    },
    notOurs: [
      'Das ist leider keiner von unseren Anschlüssen, darum kann ich von hier aus nichts tun. Tut mir leid.',
      'Tut mir leid, das ist nicht unseres, so gern ich helfen würde.',
    ],
    elsewhere: {
      named: ['{handle} kann das sehen.', 'Am besten {handle} fragen.'],
      unnamed: ['Das Hilfekonto des Anbieters, der auf der Rechnung steht, sollte mehr sehen.'],
    },
    otherLanguage: ['Verzeihung, dass ich auf Deutsch schreibe.'],
    askOurs: [
      'Ist der Anschluss von {brand}? Dann sehe ich nach.',
      '[Bist du|Sind Sie] bei {brand}? Dann sehe ich nach; wenn nicht, hoffe ich, dass es bald wieder läuft.',
    ],
    checkIn: {
      outage: [
        'Nach dem Ausfall {day} wollte ich nachfragen: läuft {thing} noch?',
        'Ich frage nach dem Ausfall {day} noch einmal nach: läuft {thing} wieder ohne Aussetzer?',
        'Nach dem Ausfall wollte ich nachfragen: läuft {thing} noch?',
      ],
      fixed: [
        'Ist mit {dat} noch alles in Ordnung, seit [du|Sie] {day} geschrieben [hast|haben]?',
        'Ich wollte noch einmal nachfragen: ist mit {dat} alles in Ordnung geblieben?',
      ],
      open: [
        'Wie steht es jetzt mit {dat}? [Du hast|Sie haben] {day} geschrieben, und ich habe es nicht vergessen.',
        'Ich habe es nicht vergessen: wie steht es jetzt mit {dat}?',
      ],
    },
  },
  topics: {
    outage: {
      sorry: [
        '{Lack} {since}, das ist viel. Tut mir leid.',
        'Tut mir leid, dass [du|Sie] {since} ohne {noun} [bist|sind].',
        'Tut mir leid um den Ausfall {where}.',
        'Tut mir leid, dass {thing} weg ist.',
        'Ohne {noun} dazusitzen ist keine Kleinigkeit. Tut mir leid.',
      ],
      check: [
        'Ich sehe gerade nach, ob es die Gegend trifft oder nur [deine|Ihre] Leitung.',
        'Die Ursache kenne ich noch nicht, und raten will ich nicht: ich suche sie gerade.',
      ],
      dm: [
        'Mit der Postleitzahl per Direktnachricht (bitte nicht hier) kann ich sehen, was [deine|Ihre] Leitung macht.',
        '[Schick|Schicken Sie] mir die Kundennummer per Direktnachricht, dann kann ich die Leitung von hier aus messen.',
      ],
      ask: [
        ['In welchem Ort oder Viertel ist das? Dann kann ich Örtliches von Größerem trennen.', 'place'],
        ['Sind die Nachbarn auch ohne, oder nur [du|Sie]? Danach weiß ich, wo ich zuerst suche.', 'scope'],
        ['Was zeigen die Lampen am Router? Das sagt, ob es die Leitung ist oder das Gerät.', 'light'],
        ['Ging alles auf einmal aus, oder kam und ging es vorher?'],
      ],
    },
    speed: {
      sorry: [
        'Tut mir leid, dass {thing} {since} so kriecht.',
        'Tut mir leid, dass {thing} so kriecht.',
        'In dem Tempo bekommt man nichts fertig. Tut mir leid.',
      ],
      check: [
        'Ich sehe nach, was ankommen müsste und was bremst.',
        'Ich prüfe, ob es die Gegend ist oder ein Fehler, damit es einen Grund gibt und keine Ausrede.',
      ],
      dm: [
        '[Schick|Schicken Sie] mir die Kundennummer per Direktnachricht (bitte nicht hier), dann vergleiche ich, was ankommt und was vereinbart ist.',
        'Mit der Postleitzahl per Direktnachricht kann ich von hier aus messen.',
      ],
      ask: [
        ['Ist es mit Kabel direkt am Router genauso? Das trennt die Leitung vom WLAN.'],
        ['Ist es den ganzen Tag langsam oder vor allem abends? Das sind verschiedene Ursachen.', 'since'],
      ],
    },
    billing: {
      sorry: [
        'Tut mir leid, was mit {dat} passiert ist: das Nachrechnen ist unsere Sache.',
        'Tut mir leid um den Ärger mit {dat}. Beim Geld muss es stimmen, und man muss es verstehen.',
        'Uns wegen so etwas nachlaufen zu müssen, ist nicht in Ordnung. Tut mir leid.',
      ],
      check: [
        'Ich gehe Zeile für Zeile durch, woher das kommt, bevor ich etwas dazu sage.',
        'Ich suche, wo es schiefging, damit es einen Grund gibt und nicht nur eine Zahl.',
      ],
      dm: [
        '[Schick|Schicken Sie] mir die Kundennummer per Direktnachricht (bitte nicht hier), dann gehen wir es Zeile für Zeile durch.',
        'Mit der Kundennummer per Direktnachricht, nie mit einer Karte, kann ich jede Zeile erklären.',
      ],
      ask: [
        ['Um welchen Monat geht es? Dann nehme ich gleich den richtigen.'],
        ['Hatte sich vorher etwas geändert, ein Rabatt zu Ende oder ein Umzug?'],
        ['Seit wann steht das so darauf, zum ersten Mal oder schon länger?', 'since'],
      ],
    },
    appointment: {
      sorry: [
        'Tut mir leid ums Warten: [du hast|Sie haben] sich daran gehalten, wir nicht.',
        'So geht man nicht mit jemandem um, der sich frei nimmt. Tut mir leid.',
        'Tut mir leid um den vertanen Tag.',
      ],
      check: [
        'Ich kläre, was mit dem Termin war, bevor jemand einen neuen nennt.',
        'Ich frage nach, wo es hing, damit es einen Grund gibt und nicht nur ein neues Zeitfenster.',
      ],
      dm: [
        'Mit der Kundennummer per Direktnachricht sehe ich, was zum Termin notiert ist.',
        '[Schick|Schicken Sie] mir die Postleitzahl per Direktnachricht, dann sehe ich, was gefehlt hat.',
      ],
      ask: [
        ['Welcher Tag würde wirklich passen? Dann frage ich nach dem und nicht nach dem nächsten freien.'],
        ['Hat vorher jemand angerufen oder geschrieben, oder kam gar nichts?'],
      ],
    },
    device: {
      sorry: [
        'Tut mir leid um den Ärger mit {dat} {since}.',
        'Tut mir leid um den Ärger mit {dat}.',
        'Dafür ist {thing} nicht da. Tut mir leid.',
      ],
      check: [
        'Ich frage nach, ob das bekannt ist, bevor ich um Versuche bitte.',
        'Ich sehe nach, ob andere das auch haben.',
      ],
      dm: [
        'Ein Foto von dem, was zu sehen ist, sagt mir per Direktnachricht mehr als zehn Fragen.',
        '[Schick|Schicken Sie] mir per Direktnachricht, was auf Schild oder Bildschirm steht, dann sehe ich nach.',
      ],
      ask: [
        ['Was genau ist dann zu sehen, eine Meldung oder eine Lampe?', 'light'],
        ['Fing es nach einem Update oder Umzug an, oder einfach so?', 'since'],
        ['Welches Modell ist es? Das steht auf dem Schild unten oder hinten.', 'ours'],
      ],
    },
    cancellation: {
      sorry: [
        'Tut mir leid um den Ärger mit {dat}: Gehen sollte so leicht sein wie Kommen.',
        'Zweimal darum bitten ist einmal zu viel. Tut mir leid.',
      ],
      check: [
        'Ich sehe nach, was bei uns eingetragen ist und mit welchem Datum.',
        'Ich suche, wo es hängt, bevor noch ein Brief kommt.',
      ],
      dm: [
        '[Schick|Schicken Sie] mir die Kundennummer per Direktnachricht (bitte nicht hier), dann sehe ich, was wann eingetragen wurde.',
      ],
      ask: [
        ['Wie ging sie raus: per Brief, in der App oder am Telefon? Dann weiß ich, wo ich suche.'],
        ['Kam eine Bestätigung? Schon das Datum hilft.'],
      ],
    },
    coverage: {
      sorry: [
        '{Lack} {since}, das ist lang. Tut mir leid.',
        '{Lack} {where}: tut mir leid.',
        'Tut mir leid, dass es dort so schlecht ist: so ist ein Handy nur eine Uhr.',
      ],
      check: [
        'Ich sehe nach, ob ein Mast in der Nähe gestört ist.',
        'Ich frage die Netzleute, was sie dort sehen, statt eine grüne Karte zu zeigen.',
      ],
      dm: [
        '[Schreib|Schreiben Sie] mir die genaue Stelle per Direktnachricht (bitte nicht hier), dann sehe ich den Mast dazu.',
      ],
      ask: [
        ['Wo ist das ungefähr? Ein Platz oder eine Ecke genügt.', 'place'],
        ['Nur drinnen oder auch draußen? Das sind verschiedene Ursachen.'],
      ],
    },
    unreachable: {
      sorry: [
        'Tut mir leid, dass sich niemand gemeldet hat: das liegt an uns.',
        'Uns nachlaufen zu müssen, sollte nicht sein. Tut mir leid.',
      ],
      check: ['Jetzt ist jemand da: ich suche, was daraus geworden ist.'],
      dm: [
        '[Schreib|Schreiben Sie] mir in zwei Worten, worum es ging, mit der Kundennummer, per Direktnachricht: ohne Schleife und ohne Menü.',
      ],
      ask: [
        ['Worum ging es am Anfang? Eine Zeile genügt, dann fange ich dort an.'],
        ['Hat jemand einen Namen oder einen Tag genannt?'],
      ],
    },
    order: {
      sorry: [
        'Tut mir leid um den Ärger mit {dat}: [dein|Ihr] Teil war getan, unserer nicht.',
        'Tut mir leid, dass das so viel Mühe macht.',
      ],
      check: ['Ich kläre, wo es wirklich ist, und nicht, was die Verfolgung sagt.'],
      dm: [
        '[Schick|Schicken Sie] mir die Bestellnummer per Direktnachricht (bitte nicht hier), dann sehe ich, wo es hängt.',
      ],
      ask: [
        ['Was war die letzte Auskunft, und von wem: von uns oder vom Boten?'],
        ['Wird es noch gebraucht, oder ist es jetzt zu spät?'],
      ],
    },
    account: {
      sorry: [
        'Tut mir leid um den Ärger mit {dat}: im Kreis geschickt zu werden, zermürbt.',
        'Tut mir leid, dass es an {dat} hängt.',
      ],
      check: ['Ich sehe nach, was da sperrt.', 'Ich suche einen Weg ohne noch eine Runde.'],
      dm: ['[Schick|Schicken Sie] mir nur die Kundennummer per Direktnachricht. Passwort oder PIN brauche ich nie.'],
      ask: [
        ['An welcher Stelle bleibt es stehen, und was steht da?'],
        ['Hat sich vorher etwas geändert: Nummer, Gerät, Name?'],
      ],
    },
    fraud: {
      sorry: [
        'Danke fürs Melden, und tut mir leid um den Schreck.',
        'Tut mir leid, dass das ankam. Erst zu fragen war richtig.',
      ],
      check: ['Ich kläre, wer dahintersteckt. Bis dahin besser nichts anklicken und nichts zahlen.'],
      dm: ['Ein Bild davon per Direktnachricht hilft. Nach Karte, PIN oder Passwort fragen wir nie.'],
      ask: [
        ['Ist etwas angeklickt oder angegeben worden? Dann geht das vor.'],
        ['Kam es per SMS, Mail oder Anruf, und unter welchem Namen?'],
      ],
    },
    other: {
      sorry: [
        'Tut mir leid. So soll es nicht laufen.',
        'Das würde mich auch ärgern. Tut mir leid.',
        'Den Ärger verstehe ich, und es tut mir leid.',
      ],
      check: [
        'Ich kläre, was passiert ist, bevor ich etwas dazu sage.',
        'Ich sehe jetzt nach, damit es einen Grund gibt und keine Floskel.',
      ],
      dm: [
        'Mit der Kundennummer per Direktnachricht (bitte nicht hier) sehe ich [deinen|Ihren] Fall und nicht den Durchschnitt.',
      ],
      ask: [
        ['Womit fange ich an: Leitung, Rechnung oder etwas Bestelltes?'],
        ['Seit wann ist das so? Ein ungefährer Tag hilft.', 'since'],
      ],
    },
  },
};
