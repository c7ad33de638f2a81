import type { Bank } from './bank';

const NUMBER =
  '(?:\\d{1,3}|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|quindici|venti|trenta|quaranta|cinquanta)';
const UNIT = '(?:minuti|ore|giorni|settimane|mesi)';
const DAYS = 'lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica';
const VOWEL = /^[aeiouàèéìòù]/i;

/** Italian, with tu and Lei. */
export const italian: Bank = {
  lang: 'it',
  locale: 'it',
  register: 'informal',
  finds: {
    since: new RegExp(
      `(?<!\\p{L})(da (?:ieri(?: sera)?|stamattina|stanotte|oggi|${DAYS}|una settimana|${NUMBER} ${UNIT})|dalla settimana scorsa|dal mese scorso)(?!\\p{L})`,
      'iu',
    ),
    wait: new RegExp(
      `(?<!\\b(?:tra|fra|ogni|da|entro|di)\\s)(?<!\\p{L})(${NUMBER} ${UNIT})(?!\\p{L})(?! gratis)`,
      'iu',
    ),
    stakes: [
      [/colloquio/i, 'nel bel mezzo di un colloquio'],
      [/esame/i, 'nel bel mezzo di un esame'],
      [/lezione/i, 'nel bel mezzo della lezione'],
      [/partita|ranked/i, 'nel bel mezzo della partita'],
      [/videochiamata|riunione|smart ?working/i, 'nel bel mezzo della chiamata'],
      [/\bpos\b|carte|incassare/i, 'con i clienti in cassa'],
      [/\bfilm\b|\bserie\b/i, 'nel bel mezzo del film'],
    ],
    place: /(?<!\p{L})((?:a|in|ad|zona) \p{Lu}[\p{Ll}'’]+(?: (?:\p{Lu}[\p{Ll}'’]+|d[aei]l?)){0,2}(?<! d[aei]l?))/u,
    informal: /(?<!\p{L})(?:tu|ti|tuo|tua|siete|avete|vi prego|ragazzi)(?!\p{L})/iu,
    formal: /(?<!\p{L})(?:buongiorno|buonasera|salve|gentile|scusate|cortesemente|Lei|Vi)(?!\p{L})/u,
    asks: /^(?:@\w+[\s,:]+|ciao |scusate |salve |buongiorno )*(?:come|quando|dove|chi|quale|quanto|posso|si può|ma a|ma il)(?!\p{L})/iu,
    idea: /(?<!\p{L})(?:un'idea|suggerimento|sarebbe bello se|potreste aggiungere)(?!\p{L})/iu,
    down: /\bmorta?\b|a caso|sparit|\bsenza\b|ti prego/i,
    burning: /bruciat|fumo|scintill|fuoco|incendio/i,
    scope: /\bvia\b|quartiere|vicin|tutti|tutta|zona|qualcuno|palazzo|paese|città/i,
    light: /luce|spia|led|lampeggi|\brossa\b|arancione|\bverde\b/i,
  },
  nouns: [
    {
      topics: ['outage', 'speed', 'coverage', 'device'],
      whose: 'theirs',
      gender: 'f',
      words: 'linea, connessione, fibra, rete, tv=televisione=tele',
    },
    {
      topics: ['outage', 'speed', 'coverage', 'device'],
      whose: 'theirs',
      gender: 'm',
      words: 'wifi=wi-fi, segnale, telefono fisso=fisso, internet',
    },
    {
      topics: ['device', 'order', 'speed'],
      whose: 'theirs',
      gender: 'm',
      words: 'modem, router, decoder, cellulare, telecomando',
    },
    { topics: ['billing', 'cancellation'], whose: 'theirs', gender: 'f', words: 'bolletta=fattura, disdetta, penale' },
    {
      topics: ['billing', 'cancellation'],
      whose: 'theirs',
      gender: 'm',
      words: 'contratto, rimborso, sconto, addebito, sollecito di pagamento=sollecito',
    },
    {
      topics: ['order', 'account', 'other'],
      whose: 'theirs',
      gender: 'm',
      words: 'ordine, pacco, numero, piano, premio, account',
    },
    {
      topics: ['order', 'account', 'appointment'],
      whose: 'theirs',
      gender: 'f',
      words: 'spedizione, SIM=sim, password, installazione',
    },
    { topics: ['appointment'], whose: 'theirs', gender: 'm', words: 'appuntamento' },
    { topics: ['appointment'], whose: 'nobody', gender: 'm', words: 'tecnico' },
    { topics: ['device', 'unreachable', 'account', 'other'], whose: 'ours', gender: 'f', words: 'app, chat' },
    {
      topics: ['device', 'unreachable', 'other'],
      whose: 'ours',
      gender: 'm',
      words: 'sito, negozio, servizio clienti=call center',
    },
  ],
  words: {
    outage: 'linea',
    speed: 'linea',
    billing: 'bolletta',
    appointment: 'appuntamento',
    device: 'modem',
    cancellation: 'disdetta',
    coverage: 'segnale',
    unreachable: 'servizio clienti',
    order: 'ordine',
    account: 'account',
    fraud: 'account',
    other: 'linea',
  },
  forms: ({ word, whose, gender }) => {
    const yours = gender === 'f' ? 'la [tua|sua]' : 'il [tuo|suo]';
    const ours = gender === 'f' ? 'la nostra' : 'il nostro';
    const the = VOWEL.test(word) ? "l'" : gender === 'f' ? 'la ' : 'il ';
    const thing = whose === 'theirs' ? `${yours} ${word}` : whose === 'ours' ? `${ours} ${word}` : `${the}${word}`;
    return { thing, noun: word };
  },
  day: (when) => {
    if (when.kind === 'today') return 'oggi stesso';
    if (when.kind === 'yesterday') return 'ieri';
    return when.kind === 'weekday' ? when.name : `a ${when.name}`;
  },
  keepsCapital: /^\p{Lu}{2,}$/u,
  moves: {
    greet: { named: ['{name}, ', 'Ciao {name}, ', 'Ciao {name}. '], unnamed: ['', 'Ciao, ', ''] },
    wait: [
      '{Wait}: è davvero troppo.',
      '{Wait}, nessuno dovrebbe aspettare tanto.',
      '{Wait}: la pazienza finirebbe a chiunque.',
    ],
    stake: [
      'E per giunta {stake}.',
      'Che capiti {stake} peggiora tutto.',
      'Proprio {stake}, momento peggiore non c’era.',
    ],
    safety: [
      'Se da quella linea dipende la salute di qualcuno, questo viene prima di tutto.',
      'Con di mezzo la salute, questo non può stare in coda.',
    ],
    burning: ["Per favore, spina staccata subito se è ancora attaccata: prima l'odore, poi internet."],
    history: {
      same: [
        'Vedo che [hai|ha] scritto {day} per la stessa cosa, {thing}: non serve raccontare tutto da capo.',
        '[Ci hai|Ci ha] già scritto {day} per {thing}.',
      ],
      any: [
        'Ho davanti quello che [hai|ha] scritto {day}, non serve ricominciare.',
        'Ho letto anche il messaggio di prima, quello mandato {day}.',
      ],
    },
    incident: {
      here: [
        'Non capita solo a [te|lei]: {incident}',
        'Ecco quello che sappiamo: {incident}',
        'Non dipende da [te|lei]. {incident}',
      ],
      area: [
        'In zona {area} c’è un guasto aperto, quindi non è solo casa [tua|sua].',
        'Abbiamo un guasto aperto in zona {area}.',
      ],
      ask: ['Abbiamo un guasto aperto in zona {area}. È lì?', 'È la zona di {area}? Lì c’è un guasto aperto.'],
    },
    fact: {
      status: ['Lo stato della rete, in diretta e senza accesso: {fact}', 'Qui si vede come sta la rete: {fact}'],
      help: ['I passaggi sono in una pagina sola: {fact}', 'Qui è spiegato per intero: {fact}'],
      chat: ['Il modo più rapido per una persona è la chat: {fact}', 'In chat rispondono persone: {fact}'],
      phone: ['Il numero per questo è {fact}.', 'Al telefono: {fact}.'],
      email: ['Se scrivere è più comodo: {fact}', 'Per email: {fact}'],
      dm: ['Il messaggio diretto si apre qui: {fact}', 'In privato ci si scrive qui: {fact}'],
      hours: ['I nostri orari: {fact}.', 'Siamo aperti: {fact}.'],
      notice: ["L'avviso di adesso: {fact}", 'Le ultime notizie sono qui: {fact}'],
    },
    unknown: [
      'Per {thing} preferisco verificare che tirare a indovinare: sto chiedendo.',
      'Bella domanda, e voglio la risposta giusta, non quella veloce. La sto cercando.',
      'La risposta non ce l’ho sotto mano, e indovinare non aiuta. Mi sto informando.',
      'Preferisco verificare che rispondere a metà; sto guardando.',
    ],
    questionDm: [
      'Può dipendere dal contratto: con il codice cliente in privato (non qui, per favore) guardo il [tuo|suo] caso e non la regola.',
      'Per una risposta su misura basta il CAP del contratto, in messaggio diretto.',
    ],
    questionAsk: [
      ['È per una linea già con noi o per una nuova? La risposta cambia.'],
      ['Per quale città o quartiere? Così rispondo per lì e non in generale.', 'place'],
      ['C’è una data entro cui serve? Così so qual è la strada più corta.'],
      ['Cosa [hai|ha] già letto o sentito su questo? Così parto da lì.'],
    ],
    noted: ['Capito, grazie: lo metto insieme al resto.', 'Grazie, è chiaro e ce l’ho davanti.'],
    idea: [
      'Capisco a cosa servirebbe, e grazie per averlo spiegato così bene.',
      'È una buona idea, e chiara così com’è scritta.',
    ],
    ideaDm: ['Uno screenshot in privato, dove dà fastidio, aiuterebbe chi dovrebbe farlo.'],
    ideaAsk: ['Succede più sul telefono, in tv o al computer? Così so chi deve leggerlo.'],
    takeDown: [
      '[Cancella|Cancelli] questo post, per favore: contiene dati personali, e qui li legge chiunque.',
      'Prima cosa, per favore: via questo post, che lascia in vista dati personali.',
    ],
    takeDownDm: [
      'In messaggio diretto basta il codice cliente; mai carta, PIN o password.',
      'Poi solo il codice cliente in privato. Non chiediamo mai carte né password.',
    ],
    takeDownAsk: [
      'Mi [dici|dice] quando non c’è più? Poi si continua in privato.',
      'I tre puntini, poi Elimina. Si vede quella voce?',
    ],
    thanks: {
      any: [
        'Grazie per averlo detto. Di solito si scrive quando qualcosa si rompe, così questo l’ho letto due volte.',
        'Che bello leggerlo. Grazie per il tempo.',
        'Grazie mille. Un messaggio così conta, in un turno lungo.',
      ],
      person: [
        'Grazie per averlo raccontato. Il lavoro fatto bene si nomina di rado, e per questo vale doppio.',
        'Così dovrebbe andare ogni volta. Grazie per aver visto la persona e non solo la riparazione.',
      ],
      solved: [
        'È il messaggio che speravo. Grazie per la notizia.',
        'Che bello che funzioni. Grazie per la pazienza e per averlo scritto.',
      ],
      history: ['Dopo quello che [hai|ha] scritto {day}, fa piacere il doppio. Grazie.'],
      short: [
        'Grazie. Fa bene leggerlo.',
        'Grazie di cuore da tutto il turno.',
        'Grazie, una riga così alleggerisce la giornata.',
      ],
    },
    notOurs: [
      'Mi dispiace, questa non è una nostra linea, quindi da qui non posso fare nulla di utile.',
      'Mi dispiace, questo non è nostro, anche se aiuterei volentieri.',
    ],
    elsewhere: {
      named: ['Può vedere {handle}.', 'La cosa migliore è chiedere a {handle}.'],
      unnamed: ["L'assistenza dell'operatore che sta sulla bolletta dovrebbe poter vedere."],
    },
    otherLanguage: ['Scusa se scrivo in italiano.'],
    askOurs: [
      'La linea è di {brand}? Allora guardo.',
      '[Sei|È] con {brand}? Allora guardo; se no, spero si sistemi presto.',
    ],
    checkIn: {
      outage: [
        "C'è stato un guasto {day}: {thing} funziona ancora?",
        "Chiedo per il guasto che c'è stato {day}: {thing} funziona ancora?",
        'Dopo il guasto, {thing} funziona ancora?',
      ],
      fixed: [
        '[Ci hai|Ci ha] scritto {day}: è ancora tutto a posto con {thing}?',
        'Volevo sapere se è ancora tutto a posto con {thing}.',
      ],
      open: [
        '[Ci hai|Ci ha] scritto {day}, e non ho dimenticato. A che punto è {thing} adesso?',
        'Non ho dimenticato: a che punto è {thing} adesso?',
      ],
    },
  },
  topics: {
    outage: {
      sorry: [
        'Senza {noun} {since} è tanto, e mi dispiace.',
        'Mi dispiace che {noun} manchi {since}.',
        'Mi dispiace per il guasto {where}.',
        'Mi dispiace che manchi {noun}.',
        'Restare senza {noun} non è cosa da poco. Mi dispiace.',
      ],
      check: [
        'Sto guardando se c’è un guasto in zona o solo su quella linea.',
        'La causa ancora non la so e non tiro a indovinare: la sto cercando.',
      ],
      dm: [
        'Con il CAP in messaggio diretto (non qui, per favore) vedo cosa fa la linea.',
        '[Mandami|Mi mandi] il codice cliente in messaggio diretto e provo la linea da qui.',
      ],
      ask: [
        ['In che città o quartiere è? Così distinguo un guasto locale da uno più largo.', 'place'],
        ['Anche i vicini sono senza, o solo lì? Mi dice dove guardare prima.', 'scope'],
        ['Che spie si vedono sul modem? Dice se è la linea o l’apparecchio.', 'light'],
        ['È andato via tutto insieme, o prima andava e veniva?'],
      ],
    },
    speed: {
      sorry: [
        'Mi dispiace che {thing} vada così {since}.',
        'Mi dispiace che {thing} vada così.',
        'A questa velocità non si fa niente. Mi dispiace.',
      ],
      check: [
        'Sto guardando che cosa dovrebbe arrivare e che cosa frena.',
        'Sto guardando se è la zona o un guasto, per dare un motivo e non una scusa.',
      ],
      dm: [
        '[Mandami|Mi mandi] il codice cliente in messaggio diretto (non qui, per favore) e confronto quello che arriva con quello del contratto.',
        'Con il CAP in messaggio diretto misuro la linea da qui.',
      ],
      ask: [
        ['Con il cavo diretto al modem è uguale? Separa la linea dal wifi.'],
        ['È lenta tutto il giorno o più la sera? Sono cause diverse.', 'since'],
      ],
    },
    billing: {
      sorry: [
        'Mi dispiace per {thing}: rifare i conti non è compito [tuo|suo].',
        'Mi dispiace per {thing}. Con i soldi deve essere giusto, e chiaro.',
        'Rincorrerci per {thing} non dovrebbe servire. Mi dispiace.',
      ],
      check: [
        'Sto guardando riga per riga da dove viene, prima di dire qualsiasi cosa.',
        'Sto cercando dove si è inceppato, per dare un motivo e non solo una cifra.',
      ],
      dm: [
        '[Mandami|Mi mandi] il codice cliente in messaggio diretto (non qui, per favore) e si guarda riga per riga.',
        'Con il codice cliente in privato, mai la carta, spiego ogni riga.',
      ],
      ask: [
        ['Di che mese si tratta? Così guardo quella giusta.'],
        ['Era cambiato qualcosa prima, uno sconto finito o un trasloco?'],
        ['Che data c’è sull’ultimo documento arrivato?'],
      ],
    },
    appointment: {
      sorry: [
        'Mi dispiace per l’attesa: la [tua|sua] parte era fatta, la nostra no.',
        'Non si lascia ad aspettare chi è rimasto a casa apposta. Mi dispiace.',
      ],
      check: [
        'Sto capendo che cosa è successo alla visita, prima che si dica un’altra ora.',
        'Sto chiedendo dove si è fermato, per dare un motivo e non un’altra fascia.',
      ],
      dm: [
        'Con il codice cliente in privato vedo che cosa è segnato sulla visita.',
        '[Mandami|Mi mandi] il CAP in messaggio diretto e vedo che cosa è mancato.',
      ],
      ask: [
        ['Che giorno andrebbe davvero bene? Così chiedo quello e non il primo libero.'],
        ['Qualcuno ha avvisato prima, per telefono o messaggio, o niente?'],
      ],
    },
    device: {
      sorry: [
        'Mi dispiace per i guai con {thing} {since}.',
        'Mi dispiace per i guai con {thing}.',
        'Non è questo che dovrebbe fare {thing}. Mi dispiace.',
      ],
      check: [
        'Sto chiedendo se è un difetto noto, prima di far provare qualsiasi cosa.',
        'Sto guardando se capita anche ad altri.',
      ],
      dm: [
        'Una foto di quello che si vede, in privato, mi direbbe più di dieci domande.',
        '[Mandami|Mi mandi] in privato quello che dice l’etichetta o lo schermo e guardo.',
      ],
      ask: [
        ['Che cosa si vede esattamente: un messaggio, una spia?', 'light'],
        ['È iniziato dopo un aggiornamento o un trasloco?', 'since'],
        ['Che modello è? Sta sull’etichetta, sotto o dietro.', 'ours'],
      ],
    },
    cancellation: {
      sorry: [
        'Mi dispiace per {thing}: andarsene dovrebbe essere facile come arrivare.',
        'Doverlo chiedere due volte è una di troppo. Mi dispiace.',
      ],
      check: [
        'Sto guardando che cosa risulta, e con che data.',
        'Sto cercando dove si è fermato, prima che parta un’altra lettera.',
      ],
      dm: [
        '[Mandami|Mi mandi] il codice cliente in messaggio diretto (non qui, per favore) e vedo che cosa è stato registrato, e quando.',
      ],
      ask: [
        ['Com’è partita: per lettera, dall’app o al telefono? Così so dove cercare.'],
        ['È arrivata una conferma? Basta la data.'],
      ],
    },
    coverage: {
      sorry: [
        'Mi dispiace che {noun} manchi {since}.',
        'Mi dispiace che {noun} manchi {where}.',
        'Mi dispiace che lì prenda così male: un telefono così è un orologio.',
      ],
      check: [
        'Sto guardando se un’antenna vicina ha un problema.',
        'Sto chiedendo alla rete che cosa vede lì, invece di mostrare una mappa verde.',
      ],
      dm: ['[Mandami|Mi mandi] il punto esatto in messaggio diretto (non qui, per favore) e guardo l’antenna.'],
      ask: [
        ['Dov’è, più o meno? Basta una piazza o un incrocio.', 'place'],
        ['Solo in casa o anche fuori? Sono cause diverse.'],
      ],
    },
    unreachable: {
      sorry: [
        'Mi dispiace che nessuno abbia risposto: dipende da noi.',
        'Mi dispiace per tutto questo giro. Serviva una risposta, non una musichetta.',
      ],
      check: ['Adesso c’è una persona: sto cercando a che punto è la richiesta.'],
      dm: [
        '[Dimmi|Mi dica] in due parole di che si trattava, con il codice cliente, in privato: niente coda e niente menu.',
      ],
      ask: [
        ['Di che si trattava all’inizio? Basta una riga e parto da lì.'],
        ['Qualcuno ha dato un nome o un giorno?'],
      ],
    },
    order: {
      sorry: [
        'Mi dispiace per {thing}: la [tua|sua] parte era fatta, la nostra no.',
        'Mi dispiace che {thing} sia diventato un lavoro.',
      ],
      check: ['Sto cercando dov’è davvero, e non quello che dice il tracciamento.'],
      dm: [
        "[Mandami|Mi mandi] il numero d'ordine in messaggio diretto (non qui, per favore) e vedo dove si è fermato.",
      ],
      ask: [["Qual è l'ultima cosa che è stata detta, e da chi: noi o il corriere?"], ['Serve ancora, o è tardi?']],
    },
    account: {
      sorry: [
        'Mi dispiace per {thing}: girare in tondo sfinisce chiunque.',
        'Mi dispiace che {thing} sbarri la strada.',
      ],
      check: ['Sto guardando che cosa blocca.', 'Sto cercando come si sistema senza un altro giro.'],
      dm: ['[Mandami|Mi mandi] in privato solo il codice cliente. Password e PIN non servono mai.'],
      ask: [
        ['A che passo si ferma, e che cosa c’è scritto?'],
        ['Era cambiato qualcosa prima: numero, telefono, nome?'],
      ],
    },
    fraud: {
      sorry: [
        'Grazie della segnalazione, e mi dispiace per lo spavento.',
        'Mi dispiace che sia arrivato. Chiedere prima è stato giusto.',
      ],
      check: ['Sto guardando chi c’è dietro. Nel frattempo meglio non cliccare né pagare niente.'],
      dm: ['Uno screenshot in privato aiuta. Non chiediamo mai carta, PIN o password.'],
      ask: [
        ['È stato cliccato o dato qualcosa? Se sì, quello viene prima.'],
        ['È arrivato per SMS, email o telefono, e con che nome?'],
      ],
    },
    other: {
      sorry: [
        'Mi dispiace. Non dovrebbe andare così.',
        'Darebbe fastidio anche a me. Mi dispiace.',
        'Capisco il fastidio, e mi dispiace.',
      ],
      check: [
        'Sto guardando che cosa è successo prima di dire qualsiasi cosa.',
        'Lo sto guardando adesso, per dare un motivo e non una frase.',
      ],
      dm: [
        'Con il codice cliente in messaggio diretto (non qui, per favore) guardo il [tuo|suo] caso e non quello medio.',
      ],
      ask: [
        ['Da dove comincio: la linea, la bolletta o un ordine?'],
        ['Da quando succede? Basta un giorno approssimativo.', 'since'],
      ],
    },
  },
};
