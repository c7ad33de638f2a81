import type { Bank } from './bank';

const NUMBER =
  '(?:\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|forty|fifty|sixty|ninety)';
const DAYS = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';

/** English. It has one register. */
export const english: Bank = {
  lang: 'en',
  locale: 'en-GB',
  register: 'informal',
  finds: {
    since: new RegExp(
      `\\b(since (?:last )?(?:${DAYS}|${MONTHS}|yesterday|last night|last week|last month|this morning|this afternoon|noon|lunch|lunchtime|midnight|spring|summer|autumn|winter|christmas)(?: (?:morning|afternoon|evening|night))?)\\b`,
      'iu',
    ),
    wait: new RegExp(
      `(?<!\\b(?:every|in|after|within|another|next|old|the first|pay for|under|a|of|for the|going to be|last)\\s)\\b(${NUMBER} (?:whole |full |working )?(?:minutes|mins|min|hours|hrs|days|weeks|months))\\b(?! (?:ago|contract|left|late fee|old|from|earlier|free|deal|or))`,
      'iu',
    ),
    stakes: [
      [/\b(?:job )?interview\b/i, 'in the middle of an interview'],
      [/\b(?:exam|exams|finals|thesis|viva)\b/i, 'with an exam on'],
      [/\b(?:lesson|teaching|class|classes)\b/i, 'with a lesson to give'],
      [/\bhomework\b/i, 'with homework due'],
      [/\bparents['’] evening\b/i, "in the middle of a parents' evening"],
      [/\b(?:match|kick-?off|final whistle|rovers|football)\b/i, 'with the match on'],
      [/\b(?:deadline|due tonight|due today)\b/i, 'with a deadline on you'],
      [/\b(?:meeting|video call|zoom|conference call)\b/i, 'in the middle of a call'],
      [
        /\b(?:card machine|card reader|card readers|take cards|take money|take payments)\b/i,
        'with customers waiting to pay',
      ],
      [/\b(?:my stream|streaming live|live on air)\b/i, 'in the middle of going live'],
      [/\b(?:work(?:ing)? from home|wfh)\b/i, 'when you work from home'],
      [/\bnight shift|coming off nights\b/i, 'after a night shift'],
      [/\b(?:ranked|final circle|raid|boss fight)\b/i, 'in the middle of a game'],
      [/\b(?:mid episode|mid-episode|the finale|season finale)\b/i, 'in the middle of an episode'],
      [/\bon holiday|great holiday\b/i, 'on a holiday'],
    ],
    place:
      /\b((?:in|on|at|near|around) (?:\p{Lu}[\p{Ll}'’]+)(?: (?:\p{Lu}[\p{Ll}'’]+|del?|la|of|the)){0,2}(?<! (?:of|the|la|del?)))/u,
    asks: /^(?:@\w+[\s,:]+|hello (?:dear )?|hi |hey |please )*(?:how|what|which|who|where|when|why|can|could|do|does|is|are|will)\b/i,
    idea: /\b(?:idea for|feature request|suggestion for|would be (?:nice|great|lovely) if|please add|i wish (?:you|the app)|dark mode)\b/i,
    down: /\b(?:down|dead|gone|off again|is off|nothing|dark|stil+)\b/i,
    burning: /\b(?:burn(?:s|t|ing)?|smoke|smoking|smells?|sparks?|fire|melt\w*)\b/i,
    informal: /\b\B/,
    formal: /\b\B/,
    scope:
      /\b(?:street|neighbou?rs?|everyone|everybody|every1|anyone|anybody|whole (?:town|street|block|building|house|area)|all of|road|lane|town|flats|both)\b/i,
    light: /\b(?:lights?|red|green|orange|amber|blink\w*|flash\w*|router says)\b/i,
  },
  nouns: [
    {
      topics: ['outage', 'speed', 'coverage', 'device'],
      whose: 'theirs',
      gender: 'm',
      words:
        'internet=net, wifi=wi-fi=wi fi, broadband, connection, fibre=fiber, landline=home phone, phone line, booking line, telephone, line=dial tone, TV=telly=television, cable, mobile data, data, signal=bars=reception=4g=5g, service, roaming',
    },
    { topics: ['speed'], whose: 'theirs', gender: 'm', words: 'upload, download, ping, speed' },
    {
      topics: ['device', 'order', 'speed'],
      whose: 'theirs',
      gender: 'm',
      words:
        'modem, router, TV box=set-top box=settop box, hub, SIM=sim card, eSIM, handset, remote, voicemail, decoder',
    },
    {
      topics: ['billing', 'cancellation'],
      whose: 'theirs',
      gender: 'm',
      words:
        'bill, refund, direct debit, payment, invoice, contract, discount, roaming bill, statement, credit, loyalty reward=reward, subscription, cancellation',
    },
    {
      topics: ['order', 'account', 'appointment', 'other', 'billing'],
      whose: 'theirs',
      gender: 'm',
      words:
        'order, delivery, parcel, voucher, promo code, appointment, visit, account, login, password, number, plan, upgrade, move, complaint, ticket',
    },
    { topics: ['appointment'], whose: 'nobody', gender: 'm', words: 'engineer, technician, installer, installation' },
    {
      topics: ['device', 'unreachable', 'account', 'other', 'order'],
      whose: 'ours',
      gender: 'm',
      words:
        'app, website=site, hotline=helpline, chat, shop=store, checkout, call centre=call center, queue, status page, TV guide=guide, accessible bill, student offer',
    },
  ],
  words: {
    outage: 'connection',
    speed: 'connection',
    billing: 'bill',
    appointment: 'visit',
    device: 'equipment',
    cancellation: 'cancellation',
    coverage: 'signal',
    unreachable: 'hotline',
    order: 'order',
    account: 'account',
    fraud: 'account',
    other: 'message',
  },
  forms: ({ word, whose }) => {
    const thing = `${whose === 'theirs' ? 'your' : whose === 'ours' ? 'our' : 'the'} ${word}`;
    return { thing, noun: word };
  },
  day: (when) => {
    if (when.kind === 'today') return 'earlier today';
    if (when.kind === 'yesterday') return 'yesterday';
    return when.kind === 'weekday' ? `on ${when.name}` : `in ${when.name}`;
  },
  keepsCapital: /^(?:I|[A-Z]{2,}|I['’]\w+)$/,
  moves: {
    greet: {
      named: ['{name}, ', 'Hi {name}, ', 'Hello {name}, '],
      unnamed: ['', 'Hello, ', 'Hi there, ', ''],
    },
    wait: [
      '{Wait} is far too long.',
      '{Wait} is more patience than we had any right to.',
      '{Wait}: nobody should wait that long.',
    ],
    stake: [
      'And {stake}, of all times.',
      'That it hit {stake} makes it worse.',
      'The timing, {stake}, could hardly be worse.',
    ],
    safety: [
      "If anyone's health hangs on this line, that comes before everything else.",
      'With somebody who depends on that line, this cannot sit in a queue.',
    ],
    burning: ["Please unplug it now if it's still plugged in: smell first, internet later."],
    history: {
      same: [
        "You wrote {day} about the same {noun}, so you shouldn't have to explain it again.",
        'I can see you wrote {day} about the same {noun}.',
        'You told us {day} about the same {noun}, and here it is again.',
      ],
      any: [
        'You wrote to us {day} too, so I have the story so far.',
        "I've read what you wrote {day}, no need to start over.",
        'I have your message of before in front of me, the one you sent {day}.',
      ],
    },
    incident: {
      here: ["It isn't only you: {incident}", 'Here is what we know: {incident}', "It's not your end. {incident}"],
      area: [
        "It isn't only you: we have an incident open in {area}.",
        'There is an incident open in {area} right now.',
      ],
      ask: [
        'We have an incident open in {area} right now. Is that where you are?',
        'Are you in {area}? There is an incident open there at the moment.',
        'Is this in {area}, by any chance? We have an incident open there.',
      ],
    },
    fact: {
      status: ['What we know right now is on this page: {fact}', 'Live status, without logging in: {fact}'],
      help: ['The steps are on one page: {fact}', 'This page has it in full: {fact}'],
      chat: ['The quickest way to a person is our chat: {fact}', 'People answer in our chat here: {fact}'],
      phone: ['You can ring us on {fact}.', 'The number for this is {fact}.'],
      email: ['If writing is easier: {fact}', 'You can write to {fact}.'],
      dm: ['You can write to us privately here: {fact}', 'Our private messages are open: {fact}'],
      hours: ['Our hours: {fact}.', 'We are open {fact}.'],
      notice: ['The current notice: {fact}', 'This is the latest on it: {fact}'],
    },
    unknown: [
      "On your {noun} question: a guess would be no use to you, so I'm finding out.",
      "I'd rather check your {noun} question than guess, so I'm asking the people who know.",
      "A fair {noun} question, and I want the right answer, not a quick one. I'm looking it up.",
      "I don't have that answer to hand, and a guess would be no use to you. I'm finding out.",
      "I'd rather check that than guess, so I'm asking the people who know.",
      "Fair question, and I want the right answer, not a quick one. I'm looking it up.",
      "I'm not sure, and you deserve better than a maybe. I'm checking.",
    ],
    questionAsk: [
      ['Is it for a line you already have with us, or for a new one? The answer is not the same.'],
      ['Is there a day you need this by? Then I know which way to send you.'],
      ['Which town or street is it for? Then I can answer for there and not in general.', 'place'],
      ['What have you read or been told so far? Then I start where that left off.'],
    ],
    noted: [
      'Understood, thank you: I have it in front of me now.',
      "I've read this twice, thank you for writing it out.",
      "Thanks, I've read it and have it in mind.",
    ],
    questionDm: [
      'The answer may depend on your account: send me a DM with the postcode on it, and I can look at yours rather than quote the general rule.',
      "If you'd like it checked for your own account, DM me the postcode (not here, please) and I can look.",
      'To answer for you and not just in general, I need to see your plan: a DM with the account number is enough.',
    ],
    idea: [
      'I can see why you would want that, and thank you for spelling it out.',
      "That's a good idea, and clear enough to pass on exactly as you wrote it.",
      'Thank you for that: it is the kind of thing only somebody who uses it notices.',
    ],
    ideaDm: [
      "If there's more where that came from, my DMs are open: screenshots help the people who would build it.",
      'If you can send a screenshot by DM of where it gets in your way, it is easier to make the case for it.',
    ],
    ideaAsk: [
      'Which device do you mostly use it on? That tells me which of our people should read this.',
      'Is that on the phone, the TV or a computer? Then I know whose desk it belongs on.',
    ],
    takeDown: [
      'Please delete that post: it has personal details in it, and anybody can read them here.',
      'Please take that post down first, it shows personal details to anyone who passes.',
    ],
    takeDownDm: [
      'A DM with just the account number is all I need, never a card, PIN or password.',
      'Once it is gone, send me only the account number by DM. We never ask for a card or a password.',
    ],
    takeDownAsk: [
      'Tap the three dots, then Delete. Can you still see that option?',
      'Could you tell me once it is gone? Then we go on by DM.',
    ],
    thanks: {
      any: [
        'Thank you for saying so. People mostly write when something is broken, so this one gets read twice.',
        "That's kind, thank you. A line like that carries one through a shift.",
        "Thank you. It's good to hear when something went right, and you took the time to say it.",
        'You just improved a long shift. Thank you for writing it down.',
      ],
      person: [
        "Thank you for telling us. That's exactly how a visit should go, and nicer to hear it from you than from a form.",
        'Thank you. Good work often goes unmentioned, so it means something that you mentioned it.',
        'That is lovely to read. Thank you for noticing the person and not just the job.',
      ],
      solved: [
        "That's the message I was hoping for. Thank you for letting us know.",
        'So good to read that. Thank you for your patience, and for coming back to say so.',
        "Glad it's working as it should. Thanks for telling us, that part often stays unsaid.",
      ],
      history: [
        'After what you wrote {day}, this is twice as good to read. Thank you.',
        'You wrote {day} when it was not going well, so thank you for writing now that it is.',
      ],
      short: [
        'Thank you. That is good to read.',
        'Thanks for this, it made our day here.',
        'Much appreciated, thank you.',
        'Thank you, that means a lot to the people on this shift.',
      ],
    },
    notOurs: [
      "Sorry, that one isn't us, so I can't do anything useful from here.",
      "Sorry, this isn't one of ours, much as I'd like to help.",
      "Sorry, that one isn't us. I didn't want to leave you without an answer, though.",
    ],
    elsewhere: {
      named: ['{handle} are the people to ask.', 'Your best bet is {handle}.'],
      unnamed: [
        "Your own provider's help account should be able to see what's going on.",
        'The help account of the company on your bill is the quickest way.',
      ],
    },
    otherLanguage: ['Forgive me for writing in English.', 'I can only write this in English, forgive me.'],
    askOurs: [
      'Is that a {brand} line? If so I can look into it.',
      'Are you with {brand}? Then I can check; if not, I hope yours sorts it soon.',
    ],
    checkIn: {
      outage: [
        'You had an outage {day}: is {thing} still up?',
        'Checking in after the outage {day}: is {thing} still up?',
        'Has {thing} stayed up after the outage {day}?',
        'Checking in after the outage: is {thing} still up?',
      ],
      fixed: [
        'You wrote {day} about {thing}. Is everything still in order there?',
        'Checking in after what you wrote {day}: is all still well with {thing}?',
        'Checking in about {thing}: is everything still in order?',
      ],
      open: [
        'You wrote {day} about {thing}, and I have not forgotten it. How is it now?',
        'I still have on my list what you wrote {day}. How is {thing} now?',
        'I have not forgotten you. How is {thing} now?',
      ],
    },
  },
  topics: {
    outage: {
      sorry: [
        "Sorry you've had no {noun} {since}.",
        'No {noun} {since} is a lot to put up with, and I am sorry.',
        'I am sorry {thing} is out {where}.',
        'Sorry about {thing} {where}.',
        'I am sorry {thing} is out.',
        'Sorry about {thing}: being cut off is no small thing.',
        "Sorry, {thing} should simply be there, and it isn't.",
      ],
      check: [
        "I'm checking now whether there is a fault around you or on your line alone.",
        "I don't know the cause yet and won't guess: I'm looking for a fault in your area now.",
        "I'm looking at whether this is your line or the whole area, so that you get a cause and not a guess.",
      ],
      dm: [
        'Send me the postcode by DM (not here, please) and I can see what your line is doing.',
        'A DM with the postcode is enough for me to test {thing} from here.',
        'If you DM me the account number, I can check {thing} directly rather than the area in general.',
      ],
      ask: [
        ['Which town or part of town is this? Then I can tell a local fault from a wider one.', 'place'],
        ['Are the neighbours off too, or is it only you? That tells me where to look first.', 'scope'],
        ['What do the lights on the router show? That says whether it is the line or the box.', 'light'],
        ['Is everything off, TV and phone as well, or only {thing}?'],
        ['Did {thing} go all at once, or fade in and out first?', 'since'],
      ],
    },
    speed: {
      sorry: [
        'Sorry {thing} has crawled like this {since}.',
        'Sorry, that is not what {thing} should be doing.',
        'I am sorry {thing} is letting you down like this.',
        'That is no speed to get anything done with, sorry.',
      ],
      check: [
        "I'm checking what {thing} should give you, and whether something is holding it back in your area.",
        "I'm looking at whether the area is busy or {thing} has a fault, so that you get a reason and not a shrug.",
      ],
      dm: [
        'DM me the postcode and I can measure {thing} from our end while you use it.',
        'With the account number by DM (not here, please) I can compare what you get with what you pay for.',
      ],
      ask: [
        ['Is it the same with a cable straight into the router? That tells me whether it is the line or the wifi.'],
        ['Is it slow all day, or mostly in the evening? The two have quite different causes.', 'since'],
        ['Is every device affected, or just one? That saves us both the wrong fix.'],
      ],
    },
    billing: {
      sorry: [
        "Sorry about {thing}: you shouldn't have to do our sums for us.",
        'Sorry about {thing}. Where money is concerned it should be right, and plain to see.',
        'I am sorry about {thing}: that would have me checking twice as well.',
        'You should not have to chase us about {thing}. I am sorry.',
      ],
      check: [
        "I'm checking what is behind it line by line, before I tell you anything about {thing}.",
        "I'm finding out where {thing} went wrong, so that you get a reason and not just a number.",
      ],
      dm: [
        'DM me the account number (not here, please) and we can go through {thing} line by line.',
        'If you send me the account number by DM, I can open {thing} and tell you what each line is.',
        'What is on {thing} stays between us: a DM with the account number, never a card, and I can look.',
      ],
      ask: [
        ['Which month is it about? Then I can look at the right one.'],
        ['Did anything change on your plan before that, like a discount running out or a move?'],
        ['Is it one line that is new, or is the whole amount different?'],
      ],
    },
    appointment: {
      sorry: [
        'Sorry about {thing}: you kept your side of it, and we did not.',
        'I am sorry you were left waiting for {thing}.',
        'You took the time off and were left waiting. I am sorry about that.',
        'Sorry, that is not how to treat somebody who stayed in for {thing}.',
      ],
      check: [
        "I'm finding out what happened to {thing} before anybody gives you another time.",
        "I'm asking dispatch where that got stuck, so that you get a reason and not another window.",
      ],
      dm: [
        'Send me the postcode by DM and I can see what the planners have noted about {thing}.',
        'A DM with the account number is enough for me to see what went wrong with {thing}.',
      ],
      ask: [
        ['Did anybody call or text you before it, or was there nothing at all?'],
        ['Which day would actually suit you, so that I ask for that one and not the next free one?'],
        ['What were you told the visit was for? I want to be sure the right person was sent.'],
      ],
    },
    device: {
      sorry: [
        'Sorry {thing} has been playing up {since}.',
        'Sorry {thing} is giving you this much trouble.',
        'I am sorry about {thing}: it should do its job and be forgotten.',
        'That is not what {thing} is meant to do, sorry.',
      ],
      check: [
        "I'm checking whether this is known for {thing}, before I ask you to try anything.",
        "I'm asking the people who look after this whether others see the same with {thing}.",
      ],
      dm: [
        'DM me what it says on the screen or the label, and I can find out what {thing} is up to.',
        'A photo of what you see, by DM, would tell me more about {thing} than ten questions.',
      ],
      ask: [
        ['What exactly does it show when it happens, a message or a light?', 'light'],
        ['Did it start after an update or a move, or out of nowhere?', 'since'],
        ['Which model is it? It is on the label underneath or at the back.', 'ours'],
      ],
    },
    cancellation: {
      sorry: [
        'Sorry about {thing}: leaving should be as easy as joining.',
        'I am sorry, having to ask twice about {thing} is once too often.',
        'Sorry, {thing} should have been settled when you told us.',
      ],
      check: [
        "I'm checking what we have on file about {thing}, with its date.",
        "I'm finding out where {thing} got stuck before you hear another word about it.",
      ],
      dm: [
        'DM me the account number (not here, please) and I can see what was booked, and when.',
        'With the account number by DM, I can check {thing} against the date you gave us.',
      ],
      ask: [
        ['How did you send it: by letter, in the app or on the phone? That tells me where to look.'],
        ['Did you get a confirmation, on paper or by email? Even a date helps.'],
        ['Is it the whole contract, or one part of it?'],
      ],
    },
    coverage: {
      sorry: [
        'Sorry {thing} has been missing {since}.',
        'Sorry about {thing}: a phone without it is just a clock.',
        'I am sorry {thing} is so poor where you are.',
        'That is thin even for a bad day, sorry.',
      ],
      check: [
        "I'm checking whether a mast near you has a problem or the map is simply too kind.",
        "I'm asking our network people what they see around there, rather than show you a green map.",
      ],
      dm: [
        'DM me the exact spot (not here, please) and I can check the mast that serves it.',
        'If you send the postcode by DM, I can see what {thing} should be there.',
      ],
      ask: [
        ['Where is that, roughly? A street corner or landmark is enough.', 'place'],
        ['Is it indoors only, or outside as well? The two have different causes.'],
        ['Was it ever better there, or did it stop on a certain day?', 'since'],
      ],
    },
    unreachable: {
      sorry: [
        'Sorry nobody got back to you: that is on us, not on you.',
        'I am sorry you have had to chase us. That should never be your job.',
        'Sorry for all that waiting. You wanted an answer, not hold music.',
        'You tried to reach us and nobody was there. I am sorry.',
      ],
      check: [
        "You have a person now. I'm finding out where your request has got to.",
        "I'm looking for what became of it, so that you needn't tell it all again.",
      ],
      dm: [
        'DM me what it was about and the postcode, and you can skip the queue altogether.',
        'A DM with the account number and two words about it is enough; no holding, no menu.',
      ],
      ask: [
        ['What was it about in the first place? Tell me in a line and I can start there.'],
        ['Did anybody give you a name or a day when they promised to get back?'],
        ['Would you sooner sort this in writing, or talk to somebody?'],
      ],
    },
    order: {
      sorry: [
        'Sorry about {thing}: you have done your part, and it still is not with you.',
        'I am sorry about {thing}: it was ours to get right, not yours to chase.',
        'Sorry {thing} has become a job of its own.',
      ],
      check: [
        "I'm finding out where {thing} is right now, rather than what the tracking says.",
        "I'm checking what happened to {thing} before anybody names you another date.",
      ],
      dm: [
        'DM me the order number (not here, please) and I can see where it got stuck.',
        'With the order or customer number by DM, I can follow {thing} from our side.',
      ],
      ask: [
        ['What was the last thing you were told about it, and by whom: us or the courier?'],
        ['Do you still want it sent, or has it become useless by now?'],
        ['Did the terms name a date or a condition that was not kept?'],
      ],
    },
    account: {
      sorry: [
        'Sorry you cannot get on with {thing}.',
        'I am sorry about {thing}: going round in circles is maddening.',
        'Sorry, {thing} should let you in and keep others out, not the reverse.',
      ],
      check: [
        "I'm checking what stands in the way on {thing}.",
        "I'm finding out how this can be put right without sending you round again.",
      ],
      dm: [
        'DM me the postcode on the account, never a password or code, and I can see what is blocking it.',
        'Write to me by DM with the account number only. I never need a password or a PIN.',
      ],
      ask: [
        ['At which step does it stop, and what does it say there?'],
        ['Did anything change before it, like a new number, phone or name?'],
        ['Is it the app or the website? They fail for different reasons.', 'thing'],
      ],
    },
    fraud: {
      sorry: [
        'Thank you for pointing that out, and sorry it reached you.',
        'I am sorry: that is frightening, and you did right to say so.',
        'Sorry you had to deal with that. Asking first was the right thing.',
      ],
      check: [
        "I'm checking who is behind it. Until then, please don't click or pay anything.",
        "I'm finding out where it came from. Please don't reply to it meanwhile.",
      ],
      dm: [
        'A screenshot by DM helps. We never ask for a card, a PIN or a password.',
        'DM me what was sent to you, as a picture, and the account number; nothing else.',
      ],
      ask: [
        ['Have you clicked or given anything to them? If so, that comes first.'],
        ['Did it come by text, email or call? And what name did it use?'],
      ],
    },
    other: {
      sorry: [
        'I am sorry. That is not how it should go.',
        'Sorry, that would annoy me as well.',
        'That is not good enough, and I am sorry.',
        'I can see why you wrote, and I am sorry.',
      ],
      check: [
        "I'm finding out what happened before I say anything about it.",
        "I'm looking into it now, so that you get a reason and not a phrase.",
      ],
      dm: [
        'DM me the postcode on the account (not here, please) and I can see what went wrong.',
        'If you send me the account number by DM, I can look at your case and not at the average one.',
      ],
      ask: [
        ['Which part should I start with: the line, the bill or something you ordered?'],
        ['When did it start? Even a rough day helps me find it.', 'since'],
        ['What were you told last, and by whom? Then I start from there.'],
      ],
    },
  },
};
