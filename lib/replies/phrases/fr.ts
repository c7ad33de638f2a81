import type { Bank } from './bank';

const NUMBER =
  '(?:\\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante)';
const UNIT = '(?:minutes|heures|jours|semaines|mois)';
const DAYS = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche';
const VOWEL = /^[aeiouyéèêh]/i;

/** French, with tu and vous. */
export const french: Bank = {
  lang: 'fr',
  locale: 'fr',
  register: 'formal',
  finds: {
    since: new RegExp(
      `(?<!\\p{L})(depuis (?:ce matin|cet après-midi|hier(?: soir| matin)?|avant-hier|midi|(?:${DAYS})(?: dernier| matin| soir)?|la semaine dernière|le mois dernier|${NUMBER} ${UNIT}))(?!\\p{L})`,
      'iu',
    ),
    wait: new RegExp(
      `(?<!\\b(?:dans|toutes les|sous|de|depuis|d'ici)\\s)(?<!\\p{L})(${NUMBER} ${UNIT})(?!\\p{L})(?! offert)`,
      'iu',
    ),
    stakes: [
      [/entretien/i, 'en plein entretien'],
      [/examen|partiel|concours/i, 'en plein examen'],
      [/\bcours\b/i, 'en plein cours'],
      [/\bmatch\b/i, 'en plein match'],
      [/ranked|\bpartie\b/i, 'en pleine partie'],
      [/t[ée]l[ée]travail|r[ée]union|visio/i, 'en plein travail'],
      [/carte bancaire|encaisser|terminal/i, 'avec des clients qui attendent pour payer'],
      [/\bfilm\b|s[ée]rie/i, 'en plein film'],
    ],
    place:
      /(?<!\p{L})((?:à|au|en|dans le|près de) \p{Lu}[\p{Ll}'’-]+(?: (?:\p{Lu}[\p{Ll}'’-]+|d[eu]|la|sur)){0,2}(?<! (?:d[eu]|la|sur)))/u,
    informal: /(?<!\p{L})(?:tu|t['’](?:es|as)|ton|ta|tes|frérot|frère|wesh|mdr)(?!\p{L})/iu,
    formal: /(?<!\p{L})(?:vous|votre|vos|bonjour|bonsoir|madame|monsieur)(?!\p{L})/iu,
    asks: /^(?:@\w+[\s,:]+|bonjour |bonsoir |salut )*(?:comment|quand|où|qui|quel|quelle|combien|est-ce|peut-on|puis-je)(?!\p{L})/iu,
    idea: /(?<!\p{L})(?:une idée|suggestion|ce serait bien|ça serait bien|pourriez-vous ajouter)(?!\p{L})/iu,
    down: /plus rien|coup[ée]|\bmort\b|piti[ée]/i,
    burning: /br[ûu]l|fumée|[ée]tincelle|\bfeu\b|incendie/i,
    scope: /\brue\b|quartier|voisin|toute|tout le monde|général|quelqu['’]un|immeuble|ville/i,
    light: /voyant|lumière|clignot|\brouge\b|orange|\bvert\b/i,
  },
  nouns: [
    {
      topics: ['outage', 'speed', 'coverage', 'device'],
      whose: 'theirs',
      gender: 'm',
      words: 'internet=net, wifi=wi-fi, téléphone fixe=fixe, réseau=signal',
    },
    {
      topics: ['outage', 'speed', 'coverage', 'device'],
      whose: 'theirs',
      gender: 'f',
      words: 'connexion, fibre, ligne, télé=tv=télévision, box, 4G',
    },
    {
      topics: ['device', 'order', 'speed'],
      whose: 'theirs',
      gender: 'm',
      words: 'modem, routeur, décodeur, portable=mobile, boîtier',
    },
    {
      topics: ['device', 'order', 'account'],
      whose: 'theirs',
      gender: 'f',
      words: 'télécommande, carte SIM=sim, livraison, commande',
    },
    { topics: ['billing', 'cancellation'], whose: 'theirs', gender: 'f', words: 'facture, résiliation, remise' },
    {
      topics: ['billing', 'cancellation'],
      whose: 'theirs',
      gender: 'm',
      words: 'contrat, remboursement, prélèvement, abonnement',
    },
    {
      topics: ['order', 'account', 'other', 'appointment'],
      whose: 'theirs',
      gender: 'm',
      words: 'colis, numéro, forfait, compte, rendez-vous=rdv, mot de passe',
    },
    { topics: ['appointment'], whose: 'nobody', gender: 'm', words: 'technicien' },
    {
      topics: ['device', 'unreachable', 'account', 'other'],
      whose: 'ours',
      gender: 'f',
      words: 'application=appli=app, boutique, hotline',
    },
    { topics: ['device', 'unreachable', 'other'], whose: 'ours', gender: 'm', words: 'site, chat, service client=sav' },
  ],
  words: {
    outage: 'connexion',
    speed: 'connexion',
    billing: 'facture',
    appointment: 'rendez-vous',
    device: 'box',
    cancellation: 'résiliation',
    coverage: 'réseau',
    unreachable: 'service client',
    order: 'commande',
    account: 'compte',
    fraud: 'compte',
    other: 'dossier',
  },
  forms: ({ word, whose, gender }) => {
    const yours = gender === 'f' && !VOWEL.test(word) ? '[ta|votre]' : '[ton|votre]';
    const the = VOWEL.test(word) ? "l'" : gender === 'f' ? 'la ' : 'le ';
    const thing = whose === 'theirs' ? `${yours} ${word}` : whose === 'ours' ? `notre ${word}` : `${the}${word}`;
    return { thing, noun: word };
  },
  day: (when) => {
    if (when.kind === 'today') return "aujourd'hui même";
    if (when.kind === 'yesterday') return 'hier';
    return when.kind === 'weekday' ? when.name : `en ${when.name}`;
  },
  keepsCapital: /^\p{Lu}{2,}$/u,
  moves: {
    greet: { named: ['{name}, ', 'Bonjour {name}, ', 'Bonjour {name}. '], unnamed: ['', 'Bonjour, ', 'Bonjour. '] },
    wait: [
      "{Wait}, c'est bien trop long.",
      '{Wait} : personne ne devrait attendre autant.',
      "{Wait}, et la patience s'use, c'est normal.",
    ],
    stake: [
      'Et {stake}, en plus.',
      'Que ça tombe {stake} rend la chose pire encore.',
      'Juste {stake}, on ne pouvait pas faire pire moment.',
    ],
    safety: [
      "Si la santé de quelqu'un dépend de cette ligne, cela passe avant tout le reste.",
      'Avec la santé en jeu, cela ne peut pas attendre dans une file.',
    ],
    burning: ["[Débranche|Débranchez] tout de suite, s'il [te|vous] plaît : l'odeur d'abord, internet après."],
    history: {
      same: [
        '[Tu nous as écrit|Vous nous avez écrit] {day} au sujet de {thing} : inutile de tout réexpliquer.',
        'Je vois que [tu as écrit|vous avez écrit] {day} pour la même chose, {thing}.',
      ],
      any: [
        "J'ai sous les yeux ce que [tu as écrit|vous avez écrit] {day}, inutile de repartir de zéro.",
        "J'ai lu aussi [ton|votre] message d'avant, celui que [tu nous as envoyé|vous nous avez envoyé] {day}.",
      ],
    },
    incident: {
      here: [
        "Ce n'est pas que chez [toi|vous] : {incident}",
        'Voici ce que nous savons : {incident}',
        'Cela ne vient pas de chez [toi|vous]. {incident}',
      ],
      area: [
        'Un incident est ouvert en ce moment dans ce secteur ({area}).',
        'Nous avons un incident en cours, secteur {area}.',
      ],
      ask: [
        'Un incident est en cours, secteur {area}. [Tu es|Êtes-vous] de ce côté-là ?',
        'Est-ce du côté de {area} ? Un incident y est ouvert.',
      ],
    },
    fact: {
      status: ["L'état du réseau, en direct et sans identifiant : {fact}", 'On voit ici où en est le réseau : {fact}'],
      help: ['Les étapes tiennent sur une page : {fact}', 'Tout est expliqué ici : {fact}'],
      chat: [
        'Le plus court chemin vers une personne, le chat : {fact}',
        'Au chat, ce sont des gens qui répondent : {fact}',
      ],
      phone: ['Le bon numéro : {fact}.', 'Par téléphone, le {fact}.'],
      email: ['Si écrire est plus simple : {fact}', 'Par courriel : {fact}'],
      dm: ['La messagerie privée est ouverte ici : {fact}', 'Pour nous écrire en privé : {fact}'],
      hours: ['Nos horaires : {fact}.', "C'est ouvert : {fact}."],
      notice: ["L'avis du moment : {fact}", 'Les dernières nouvelles sont ici : {fact}'],
    },
    unknown: [
      'Pour {thing}, je préfère vérifier que deviner : je pose la question.',
      'Bonne question, et je veux la bonne réponse plutôt que la plus rapide. Je la cherche.',
      "Je n'ai pas la réponse sous la main, et une supposition ne [t'|vous ]aiderait pas. Je me renseigne.",
      'Je préfère vérifier que répondre à moitié ; je regarde.',
    ],
    questionDm: [
      "Cela peut dépendre du contrat : avec [ton|votre] numéro client en message privé (pas ici, s'il [te|vous] plaît), je regarde [ton|votre] cas et non la règle générale.",
      'Pour une réponse faite pour [toi|vous], [envoie-moi|envoyez-moi] le code postal du contrat en message privé.',
    ],
    questionAsk: [
      ["C'est pour une ligne déjà chez nous ou pour une nouvelle ? La réponse change."],
      ["C'est pour quelle ville ou quel quartier ? Je répondrai pour là-bas et non en général.", 'place'],
      ['Y a-t-il une date à tenir ? Je saurai quel chemin est le plus court.'],
      ["Qu'[as-tu|avez-vous] déjà lu ou entendu là-dessus ? Je partirai de là."],
    ],
    noted: ["C'est noté, merci : je le mets avec le reste.", "Merci, c'est clair, je l'ai sous les yeux."],
    idea: [
      "Je vois bien à quoi cela servirait, et merci de l'avoir si bien expliqué.",
      "L'idée est bonne, et claire telle qu'elle est écrite.",
    ],
    ideaDm: ['Une capture en message privé, là où ça gêne, aiderait ceux qui devraient le faire.'],
    ideaAsk: ["C'est plutôt sur le téléphone, la télé ou l'ordinateur ? Je saurai à qui le faire lire."],
    takeDown: [
      "[Supprime|Supprimez] ce message, s'il [te|vous] plaît : il contient des données personnelles et tout le monde peut le lire.",
      "Avant tout, [efface|effacez] ce message, s'il [te|vous] plaît : on y lit des données personnelles.",
    ],
    takeDownDm: [
      'En message privé, le numéro client suffit ; jamais de carte, de code PIN ni de mot de passe.',
      'Ensuite, seulement le numéro client en message privé. Nous ne demandons jamais ni carte ni mot de passe.',
    ],
    takeDownAsk: [
      "[Tu me dis|Vous me dites] quand il n'y est plus ? On continue alors en message privé.",
      'Les trois points, puis Supprimer. [Tu vois|Voyez-vous] cette option ?',
    ],
    thanks: {
      any: [
        "Merci de l'avoir dit. On écrit surtout quand ça casse, alors ce message-là se lit deux fois.",
        "Ça fait plaisir à lire. Merci d'avoir pris le temps.",
        'Merci beaucoup. Un message comme celui-là compte, dans une longue journée.',
      ],
      person: [
        "Merci de l'avoir raconté. Le travail bien fait passe souvent sous silence, alors cela vaut double.",
        "C'est ainsi que devrait se passer chaque visite. Merci d'avoir vu la personne, et pas seulement le dépannage.",
      ],
      solved: [
        "C'est le message que j'espérais. Merci de nous l'avoir dit.",
        'Quelle bonne nouvelle que ce soit réglé. Merci pour la patience, et pour ce mot.',
      ],
      history: ['Après ce que [tu as écrit|vous avez écrit] {day}, cela fait deux fois plus plaisir. Merci.'],
      short: [
        'Merci. Cela fait du bien à lire.',
        'Un grand merci, vraiment.',
        "Merci, voilà qui éclaire la journée de l'équipe.",
      ],
    },
    notOurs: [
      "Pardon, cela n'est pas chez nous, je ne peux donc rien faire d'utile d'ici.",
      "Pardon, cette ligne n'est pas une des nôtres, et pourtant j'aurais aimé aider.",
    ],
    elsewhere: {
      named: ['{handle} pourra regarder.', 'Le mieux est de demander à {handle}.'],
      unnamed: ["Le compte d'aide de [ton|votre] opérateur, celui de la facture, devrait pouvoir regarder."],
    },
    otherLanguage: ["Pardon d'écrire en français."],
    askOurs: [
      'La ligne est-elle chez {brand} ? Si oui, je regarde.',
      "[Tu es|Êtes-vous] chez {brand} ? Alors je regarde ; sinon, j'espère que ce sera vite réparé.",
    ],
    checkIn: {
      outage: [
        'Il y a eu une panne {day} : {thing} fonctionne toujours ?',
        "Je reviens sur la panne qu'il y a eu {day} : {thing} fonctionne toujours ?",
        'Je reviens sur la panne : {thing} fonctionne toujours ?',
      ],
      fixed: [
        '[Tu nous as|Vous nous avez] écrit {day} : tout va toujours bien avec {thing} ?',
        'Je voulais savoir si tout va toujours bien avec {thing}.',
      ],
      open: [
        "[Tu nous as|Vous nous avez] écrit {day}, et je n'ai pas oublié : où en est {thing} ?",
        "Je n'ai pas oublié : où en est {thing} ?",
      ],
    },
  },
  topics: {
    outage: {
      sorry: [
        'Pas de {noun} {since}, cela fait beaucoup, et je le regrette.',
        'Pardon pour {thing}, en panne {since}.',
        'Pardon pour la panne {where} : sans {noun}, tout est plus long.',
        'Je regrette que {thing} soit en panne.',
        "Être coupé de tout, ce n'est pas rien. Pardon.",
      ],
      check: [
        'Je regarde si la panne touche le secteur ou [ta|votre] seule ligne.',
        'Je ne connais pas encore la cause et je ne vais pas la deviner : je la cherche.',
      ],
      dm: [
        "Avec le code postal en message privé (pas ici, s'il [te|vous] plaît), je vois ce que fait [ta|votre] ligne.",
        '[Envoie-moi|Envoyez-moi] le numéro client en message privé et je teste la ligne d’ici.',
      ],
      ask: [
        ["C'est dans quelle ville ou quel quartier ? Je saurai si la panne est locale ou plus large.", 'place'],
        ["Les voisins sont-ils touchés aussi ? Cela me dit où chercher d'abord.", 'scope'],
        ["Que montrent les voyants de la box ? Cela dit si c'est la ligne ou l'appareil.", 'light'],
        ["Tout est parti d'un coup, ou cela a-t-il d'abord vacillé ?"],
        ['Est-ce que tout est coupé, télé et téléphone compris ?'],
      ],
    },
    speed: {
      sorry: [
        'Je regrette que {thing} se traîne ainsi {since}.',
        'Je regrette que {thing} se traîne ainsi.',
        'À cette allure on ne fait rien, et je le regrette.',
      ],
      check: [
        'Je regarde ce qui devrait arriver chez [toi|vous] et ce qui le freine.',
        "Je regarde si c'est le secteur ou un défaut, pour donner une raison et pas une excuse.",
      ],
      dm: [
        'Avec le numéro client en message privé, je compare ce qui arrive à ce qui est prévu au contrat.',
        "[Envoie-moi|Envoyez-moi] le code postal en message privé (pas ici, s'il [te|vous] plaît) et je mesure la ligne d'ici.",
      ],
      ask: [
        ['Est-ce pareil avec un câble branché sur la box ? Cela sépare la ligne du wifi.'],
        ['Est-ce lent toute la journée, ou surtout le soir ? Les causes diffèrent.', 'since'],
      ],
    },
    billing: {
      sorry: [
        "Pardon pour {thing} : ce n'est pas à [toi|vous] de refaire nos comptes.",
        "Pardon pour {thing}. Quand il s'agit d'argent, tout doit être juste et clair.",
        "Devoir nous relancer pour {thing}, ce n'est pas normal. Pardon.",
      ],
      check: [
        "Je regarde ligne par ligne d'où cela vient, avant d'en dire quoi que ce soit.",
        'Je cherche où cela a déraillé, pour donner une raison et pas seulement un montant.',
      ],
      dm: [
        "[Envoie-moi|Envoyez-moi] le numéro client en message privé (pas ici, s'il [te|vous] plaît) et on reprend ligne par ligne.",
        'Avec le numéro client en message privé, jamais la carte, je peux expliquer chaque ligne.',
      ],
      ask: [
        ["C'est la facture de quel mois ? Je prendrai la bonne."],
        ['Quelque chose avait-il changé avant : une remise finie, un déménagement ?'],
        ["Est-ce écrit sur une facture, ou l'a-t-on dit au téléphone ?"],
      ],
    },
    appointment: {
      sorry: [
        'Pardon pour cette attente : [ta|votre] part était faite, la nôtre non.',
        "On ne laisse pas attendre quelqu'un qui a pris sa journée. Pardon.",
        'Pardon pour cette journée passée à attendre.',
      ],
      check: [
        "Je cherche ce qui s'est passé avec la visite avant qu'on propose une autre heure.",
        'Je demande où cela a coincé, pour donner une raison et pas un autre créneau.',
      ],
      dm: [
        'Avec le numéro client en message privé, je vois ce qui a été noté pour la visite.',
        '[Envoie-moi|Envoyez-moi] le code postal en message privé et je vois ce qui a manqué.',
      ],
      ask: [
        ['Quel jour arrangerait vraiment ? Je demanderai celui-là et pas le premier venu.'],
        ["Quelqu'un a-t-il prévenu, par téléphone ou message, ou rien du tout ?"],
      ],
    },
    device: {
      sorry: [
        'Pardon pour les ennuis avec {thing} {since}.',
        'Pardon pour tous ces ennuis avec {thing}.',
        "Ce n'est pas ce qu'on attend de {thing}. Pardon.",
      ],
      check: [
        "Je demande si c'est un défaut connu, avant de faire essayer quoi que ce soit.",
        "Je regarde si d'autres ont la même chose.",
      ],
      dm: [
        "Une photo de ce qui s'affiche, en message privé, m'en dirait plus que dix questions.",
        "[Envoie-moi|Envoyez-moi] en message privé ce que dit l'étiquette ou l'écran, et je regarde.",
      ],
      ask: [
        ['Que voit-on exactement à ce moment-là : un message, un voyant ?', 'light'],
        ['Cela a-t-il commencé après une mise à jour ou un déménagement ?', 'since'],
        ["Quel modèle est-ce ? C'est sur l'étiquette, dessous ou derrière.", 'ours'],
      ],
    },
    cancellation: {
      sorry: [
        "Pardon pour {thing} : partir devrait être aussi simple qu'arriver.",
        "Devoir le demander deux fois, c'est une fois de trop. Pardon.",
      ],
      check: [
        'Je regarde ce qui est enregistré, et à quelle date.',
        "Je cherche où cela a coincé, avant qu'un autre courrier parte.",
      ],
      dm: [
        "[Envoie-moi|Envoyez-moi] le numéro client en message privé (pas ici, s'il [te|vous] plaît) et je vois ce qui a été enregistré, et quand.",
      ],
      ask: [
        ['La demande est partie comment : courrier, application, téléphone ? Je saurai où chercher.'],
        ['Y a-t-il eu une confirmation ? La date suffit.'],
        ["D'où vient ce montant : un courrier, la facture, quelqu'un au téléphone ?"],
      ],
    },
    coverage: {
      sorry: [
        'Plus de {noun} {since}, cela fait long, et je le regrette.',
        'Pardon pour ce manque de {noun} {where}.',
        "Je regrette que ça capte si mal : un téléphone sans réseau n'est qu'une montre.",
      ],
      check: [
        'Je regarde si une antenne du coin a un problème.',
        "Je demande au réseau ce qu'il voit par là, plutôt que de montrer une carte toute verte.",
      ],
      dm: [
        "[Dis-moi|Dites-moi] l'endroit exact en message privé (pas ici, s'il [te|vous] plaît) et je regarde l'antenne.",
      ],
      ask: [
        ["C'est où, à peu près ? Une place ou un carrefour suffit.", 'place'],
        ["Est-ce à l'intérieur seulement, ou dehors aussi ? Les causes diffèrent."],
      ],
    },
    unreachable: {
      sorry: [
        "Je regrette que personne n'ait répondu : la faute est de notre côté.",
        'Pardon pour tout ce parcours. Il fallait une réponse, pas une musique.',
      ],
      check: ["Il y a quelqu'un maintenant : je cherche où en est la demande."],
      dm: [
        "[Dis-moi|Dites-moi] en deux mots de quoi il s'agit, avec le numéro client, en message privé : ni file, ni menu.",
      ],
      ask: [
        ["De quoi s'agissait-il au départ ? Une ligne suffit, je pars de là."],
        ["Quelqu'un a-t-il donné un nom ou un jour ?"],
        ["Par écrit ou de vive voix, qu'est-ce qui [t'|vous ]irait le mieux ?"],
      ],
    },
    order: {
      sorry: [
        'Pardon pour {thing} : [ta|votre] part était faite, pas la nôtre.',
        'Je regrette que {thing} donne autant de travail.',
      ],
      check: ['Je cherche où cela se trouve vraiment, et pas ce que dit le suivi.'],
      dm: [
        "[Envoie-moi|Envoyez-moi] le numéro de commande en message privé (pas ici, s'il [te|vous] plaît) et je vois où cela s'est arrêté.",
      ],
      ask: [
        ['Quelle est la dernière nouvelle reçue, et de qui : nous ou le livreur ?'],
        ['Est-ce encore utile, ou trop tard ?'],
      ],
    },
    account: {
      sorry: ["Pardon pour {thing} : tourner en rond, c'est épuisant.", 'Je regrette que {thing} bloque le passage.'],
      check: ['Je regarde ce qui bloque.', 'Je cherche comment régler cela sans un tour de plus.'],
      dm: ['[Envoie-moi|Envoyez-moi] seulement le numéro client en message privé. Jamais de mot de passe ni de code.'],
      ask: [
        ["À quelle étape cela s'arrête-t-il, et que lit-on ?"],
        ['Quelque chose a-t-il changé avant : numéro, téléphone, nom ?'],
      ],
    },
    fraud: {
      sorry: [
        'Merci de prévenir, et pardon pour la frayeur.',
        "Je regrette que cela soit arrivé jusqu'à [toi|vous]. Demander d'abord était la bonne idée.",
      ],
      check: ["Je cherche qui est derrière. D'ici là, mieux vaut ne rien cliquer ni payer."],
      dm: ['Une capture en message privé aide. Nous ne demandons jamais carte, code PIN ou mot de passe.'],
      ask: [
        ["Un lien a-t-il été ouvert, une donnée donnée ? Si oui, cela passe d'abord."],
        ['Est-ce venu par SMS, courriel ou appel, et sous quel nom ?'],
      ],
    },
    other: {
      sorry: [
        'Pardon. Cela ne devrait pas se passer comme ça.',
        "Cela m'agacerait aussi. Pardon.",
        "Je comprends l'agacement, et je le regrette.",
      ],
      check: [
        "Je cherche ce qui s'est passé avant d'en dire quoi que ce soit.",
        'Je regarde maintenant, pour donner une raison et pas une formule.',
      ],
      dm: [
        "Avec le numéro client en message privé (pas ici, s'il [te|vous] plaît), je regarde [ton|votre] cas et pas le cas moyen.",
      ],
      ask: [
        ['Par quoi je commence : la ligne, la facture ou une commande ?'],
        ['Depuis quand ? Un jour approximatif suffit.', 'since'],
      ],
    },
  },
};
