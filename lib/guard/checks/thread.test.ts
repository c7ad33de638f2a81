import { describe, expect, it } from 'vitest';
import { answering, certain } from '../example';
import { judgeDraft } from '../guard';
import type { CheckId, Situation } from '../types';

const look = (id: CheckId, draft: string, situation: Situation, complaint = 0.5) =>
  judgeDraft(draft, situation, certain(complaint)).checks.find((check) => check.id === id)?.level ?? null;

const tweet = (id: string, handle: string, text: string) => ({ id, handle, text, lang: 'en' });
const brand = { accounts: ['LanternCare', 'Lantern'], account: 'LanternCare' };

describe('already answered', () => {
  const answered: Situation = {
    ...brand,
    thread: [tweet('1', 'mara_q', 'no internet'), tweet('2', 'LanternCare', 'On it, back at six. ^RS')],
  };

  it('by a colleague', () => {
    expect(look('already-answered', 'Looking into it ^JD', answered)).toBe('hint');
    expect(look('already-answered', 'Looking into it ^JD', { ...answered, answering: '1' })).toBe('hint');
  });

  it('not by oneself, not in parts, and not once the customer wrote again', () => {
    expect(look('already-answered', 'And one more thing ^RS', answered)).toBeNull();
    expect(look('already-answered', 'One more ^JD', { ...answered, recent: ['On it, back at six. ^RS'] })).toBeNull();
    expect(look('already-answered', 'The rest: 2/2', answered)).toBeNull();
    const again = [...answered.thread, tweet('3', 'mara_q', 'still nothing')];
    expect(look('already-answered', 'On my way ^JD', { ...answered, thread: again })).toBeNull();
  });

  it('while the rep was typing', () => {
    const situation = { ...answering('no internet'), colleagueAnsweredWhileTyping: true };
    expect(look('already-answered', 'Hello', situation)).toBe('hold');
  });

  it('or the thread has moved on', () => {
    const thread = [tweet('1', 'mara_q', 'no internet'), tweet('2', 'mara_q', 'oh, it is back')];
    expect(look('already-answered', 'Hello', { ...brand, thread, answering: '1' })).toBe('hint');
    expect(look('already-answered', 'Hello', { ...brand, thread, answering: '9' })).toBe('hint');
  });
});

describe('meant for someone else', () => {
  it('inserted for another tweet, or posted from a private account', () => {
    const situation = answering('hm');
    expect(look('misdirected', 'Hello', { ...situation, insertedFor: '7' })).toBe('hold');
    expect(look('misdirected', 'Hello', { ...situation, insertedFor: '1' })).toBeNull();
    expect(look('misdirected', 'Hello', { ...situation, account: 'joe_private', insertedFor: '1' })).toBe('hold');
  });

  it.each([
    'Hi {first_name}!',
    'Hi [customer name]!',
    'It ends at <time>',
    'Hi ____,',
    'See http://crm/cases/7',
    'See https://wiki.lantern.internal/7',
    'See http://192.168.4.20/x',
  ])('%s', (draft) => {
    expect(look('misdirected', draft, answering('hm'))).toBe('hold');
  });

  it('holds words of a private note, unless they are public', () => {
    const note = 'Customer is difficult, do not offer any more credit this year';
    const situation = { ...answering('hm'), privateNotes: [note] };
    expect(look('misdirected', 'Well, do not offer any more credit this year', situation)).toBe('hold');
    expect(look('misdirected', 'We offer credit this year', situation)).toBeNull();
  });

  it.each(['Love it <3 (1/2)', 'Sent to __email__', 'See https://lantern.example/help [video]', ':{ sorry'])(
    'stays silent: %s',
    (draft) => {
      expect(look('misdirected', draft, answering('hm'))).toBeNull();
    },
  );
});

describe('account state', () => {
  it.each([
    ['en', 'Your bill is overdue'],
    ['es', 'Tu factura está vencida'],
    ['pt', 'Sua fatura está vencida'],
    ['fr', 'Votre facture est impayée'],
    ['de', 'Deine Rechnung ist noch offen'],
    ['it', 'La tua fattura è scaduta'],
    ['tl', 'Overdue na po ang bill niyo'],
    ['in', 'Tagihan Anda menunggak'],
  ])('is told in public (%s)', (lang, draft) => {
    expect(look('account-state', draft, answering('hm', lang))).toBe('hint');
  });

  it('was said by the customer first, or is only a case', () => {
    expect(look('account-state', 'Your bill is overdue', answering('why is my bill overdue?'))).toBeNull();
    expect(look('account-state', 'Please check if your bill is overdue', answering('hm'))).toBeNull();
  });
});

describe('sales during an outage', () => {
  const incident = { title: 'Northside down', area: 'Northside', message: 'A cable is cut.' };
  const promotion = 'New: GigaMax for only £39 a month. Order today!';
  it('speaks in a new post, too, while the incident is open', () => {
    expect(look('sales-in-outage', promotion, { ...brand, thread: [], incident })).toBe('hint');
    expect(look('sales-in-outage', promotion, { ...brand, thread: [] })).toBeNull();
    expect(look('sales-in-outage', 'A cable is cut. Back by six.', { ...brand, thread: [], incident })).toBeNull();
  });
});

describe('same words again', () => {
  const sent = 'Hi Ana, sorry for the wait, please restart the router and tell me what the light does. ^JD';
  const situation = { ...answering('hm'), recent: [sent] };
  it('with another name', () => {
    expect(look('same-words', sent.replace('Ana', 'Mara'), situation)).toBe('hint');
  });
  it('not where it is new, short, or official', () => {
    expect(look('same-words', 'Hi Mara, an engineer comes to the cabinet at nine tomorrow. ^JD', situation)).toBeNull();
    expect(look('same-words', 'Sent you a DM', { ...situation, recent: ['Sent you a DM'] })).toBeNull();
    const message = 'A cut cable took out Northside at six and the crew expects it back by eleven tonight.';
    const incident = { title: 'Northside', area: 'Northside', message };
    const recent = [`Hi Ana, ${message} ^JD`];
    expect(look('same-words', `Hi Mara, ${message} ^JD`, { ...situation, incident, recent })).toBeNull();
  });
});

describe('butting in', () => {
  const between = (text: string): Situation => ({
    ...brand,
    thread: [tweet('1', 'finn_b', 'who do you use now?'), tweet('2', 'mara_q', text)],
  });
  it('among friends', () => {
    expect(look('butting-in', 'How could I be of service to you today?☺', between('lost all faith in Lantern'))).toBe(
      'hint',
    );
  });
  it.each([
    'lantern, and my wifi is down again',
    'nothing loads since noon, thanks lantern',
    '@LanternCare that lot',
    'lantern, is it any good?',
  ])('not where somebody needs help: %s', (text) => {
    expect(look('butting-in', 'Can I help?', between(text))).toBeNull();
  });
  it('not where the brand is part of it, or nobody else is', () => {
    expect(look('butting-in', 'Can I help?', answering('lantern is bad'))).toBeNull();
    const thread = [tweet('1', 'LanternCare', 'Hello'), tweet('2', 'finn_b', 'hi'), tweet('3', 'mara_q', 'hm')];
    expect(look('butting-in', 'Can I help?', { ...brand, thread })).toBeNull();
  });
});

describe('says nothing', () => {
  it.each([
    ['en', 'no internet for 4 days, disgrace', 'We apologize for the inconvenience. We value your feedback.'],
    ['es', 'cuatro días sin servicio, vergüenza', 'Lamentamos los inconvenientes ocasionados.'],
    ['pt', 'quatro dias sem serviço, vergonha', 'Lamentamos o transtorno.'],
    ['fr', 'quatre jours sans service, honte', 'Nous sommes désolés pour la gêne occasionnée.'],
    ['de', 'vier Tage ohne Netz, Frechheit', 'Wir entschuldigen uns für die Unannehmlichkeiten.'],
    ['it', 'quattro giorni senza servizio, vergogna', 'Ci scusiamo per il disagio.'],
    ['tl', 'apat na araw walang net, nakakahiya', 'Humihingi po kami ng paumanhin sa abala.'],
    ['in', 'empat hari mati, memalukan', 'Mohon maaf atas ketidaknyamanannya.'],
  ])('to the angry (%s)', (lang, text, draft) => {
    expect(look('says-nothing', draft, answering(text, lang), 0.95)).toBe('hint');
  });
  it.each([
    'Sorry for the inconvenience. An engineer is on the way.',
    'Sorry to hear that. What happened?',
    'Can I help with that?',
    'Four days without internet, we apologise for that.',
    'Sorry about this, please DM us.',
  ])('not: %s', (draft) => {
    expect(look('says-nothing', draft, answering('four days no internet, disgrace'), 0.95)).toBeNull();
  });
  it('not to the calm', () => {
    expect(look('says-nothing', 'Thank you for your feedback.', answering('nice app'), 0.05)).toBeNull();
  });
});

describe('tone', () => {
  const angry = answering('WORST service ever, disgrace');
  it('cheers at the angry', () => {
    expect(look('tone', 'We are on it 😊', angry, 0.95)).toBe('hint');
    expect(look('tone', 'Great! We are on it!', angry, 0.95)).toBe('hint');
  });
  it('not at others, and manners are no cheer', () => {
    expect(look('tone', 'Glad it works 😊', answering('works now, thanks'), 0.05)).toBeNull();
    expect(look('tone', 'Hi Mara! I have sent an engineer, he comes at nine.', angry, 0.95)).toBeNull();
  });
  it.each([
    ['en', 'As we already told you, restart it'],
    ['es', 'Como ya le dijimos, reinicie el equipo'],
    ['pt', 'Como já dissemos, reinicie o modem'],
    ['fr', "Comme nous vous l'avons déjà dit, redémarrez"],
    ['de', 'Wie bereits gesagt, starten Sie neu'],
    ['it', 'Come già detto, riavvii il modem'],
    ['tl', 'Gaya ng sinabi namin, i-restart niyo'],
    ['in', 'Seperti yang sudah kami sampaikan, restart dulu'],
  ])('blames (%s)', (lang, draft) => {
    expect(look('tone', draft, answering('hm', lang))).toBe('hint');
  });
  it('answers in another language', () => {
    const spanish = answering('hola, llevo tres días sin internet y nadie me contesta en el teléfono', 'es');
    expect(look('tone', 'We are sorry, the crew will be there at six and I will write to you then', spanish)).toBe(
      'hint',
    );
    expect(look('tone', 'Lo siento, la cuadrilla llega a las seis y te escribo cuando esté', spanish)).toBeNull();
  });
});
