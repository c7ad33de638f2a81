import { describe, expect, it } from 'vitest';
import { answering } from '../example';
import { judgeDraft } from '../guard';

function look(draft: string, lang = 'en', also = {}) {
  const check = judgeDraft(draft, answering('@LanternCare hm', lang, also)).checks.find(
    ({ id }) => id === 'personal-data',
  );
  return check ? { level: check.level, words: check.words.map(({ start, end }) => draft.slice(start, end)) } : null;
}

describe('personal data is held', () => {
  it.each([
    ['a card', 'Your card 4539 1488 0343 6467 was refused', ['4539 1488 0343 6467']],
    ['a card with dots', 'card 4539.1488.0343.6467', ['4539.1488.0343.6467']],
    ['a card in full width', 'card ４５３９１４８８０３４３６４６７ ok', ['４５３９１４８８０３４３６４６７']],
    ['a card with words between', 'it is 4539 1488 and then 0343 6467', ['4539 1488 and then 0343 6467']],
    ['an IBAN in groups', 'to gb33 BUKB 2020 1555 5555 55 today', ['gb33 BUKB 2020 1555 5555 55']],
    ['a mobile', 'we rang 07700 900518 twice', ['07700 900518']],
    ['a number with its country', 'on +63 917 555 0143 at ten', ['+63 917 555 0143']],
    [
      'a number in words',
      'at zero nine one seven five five five oh one',
      ['zero nine one seven five five five oh one'],
    ],
    ['an address', 'sent to dora.finch@fastmail.example', ['dora.finch@fastmail.example']],
    ['a disguised address', 'ask john (at) mail dot com', ['john (at) mail dot com']],
    ['an IMEI', 'device 356938035643809 is open', ['356938035643809']],
    ['a SIM card', 'sim 8944110068912345678 is new', ['8944110068912345678']],
    ['an account number', 'account number 88344019 is open', ['88344019']],
    ['a PIN', 'the PIN is 4471', ['4471']],
  ])('%s', (_, draft, words) => {
    expect(look(draft)).toEqual({ level: 'hold', words });
  });

  it('also in other digits and languages', () => {
    expect(look('Escríbele a pepe.luna arroba gmail punto com', 'es')?.level).toBe('hold');
    expect(look('Tatawagan po namin kayo sa 0917 555 0143', 'tl')?.level).toBe('hold');
    expect(look('Kami hubungi di 0812-3456-7890 ya Kak', 'in')?.level).toBe('hold');
    expect(look('Wir rufen dich unter 0151 23456789 an', 'de')?.level).toBe('hold');
    expect(look('ring me on ٠٧٧٠٠ ٩٠٠٥١٨')?.level).toBe('hold');
  });

  it('in the tweet that a quote post carries', () => {
    expect(look('Look at this', 'en', { quoted: 'my number is 07700 900518' })?.level).toBe('hold');
  });
});

describe('asking for personal data', () => {
  it.each([
    ['en', 'Please send us your account number'],
    ['en', "What's your phone number?"],
    ['es', '¿Nos das tu número de teléfono?'],
    ['pt', 'Qual é o seu CPF?'],
    ['fr', 'Quel est votre numéro de téléphone ?'],
    ['de', 'Wie ist deine Telefonnummer?'],
    ['it', 'Qual è il tuo numero di telefono?'],
    ['tl', 'Pakisend po dito ang account number niyo'],
    ['in', 'Boleh infokan nomor HP Kakak di sini?'],
  ])('in public is held (%s: %s)', (lang, draft) => {
    expect(look(draft, lang)?.level).toBe('hold');
  });

  it.each([
    ['en', 'Please DM us your account number'],
    ['en', "Please don't post your account number here"],
    ['en', 'Your phone number moves with you'],
    ['es', 'Mándanos por DM tu número de cuenta'],
    ['pt', 'Manda por DM o número da conta'],
    ['fr', 'Envoyez-nous votre numéro de client en message privé'],
    ['de', 'Schick uns deine Kundennummer per DM'],
    ['it', 'Mandaci il tuo codice cliente in DM'],
    ['tl', 'Paki-DM po ang account number niyo'],
    ['in', 'Boleh kirim nomor pelanggan Kakak lewat DM'],
  ])('in private is not (%s: %s)', (lang, draft) => {
    expect(look(draft, lang)).toBeNull();
  });
});

describe('only hinted', () => {
  it.each([
    ['a number that is said to be ours', 'Call us at 0345 600 4589'],
    ['a mailbox that is said to be ours', 'Email us at desk@other.example'],
    ['an address', 'We are at 12 Mill Lane today'],
    ['a German address', 'Der Laden in der Lindenstraße 12 hat offen'],
    ['an order number', 'Your order number is 7712399'],
  ])('%s', (_, draft) => {
    expect(look(draft)?.level).toBe('hint');
  });
});

describe('nothing is said of', () => {
  it.each([
    ["the brand's own number", 'Call us on 0800 555 0142'],
    ['the same, written in another way', 'or 020 7946 0018'],
    ["the brand's own mailbox", 'care@lantern.example reads it all'],
    ['prices, dates, times and speeds', 'From 1.250,00 € on 12/11/2026, 8.00-20.00, 24/7, 500 of 1000 Mbps'],
    ['links and handles', '@user123456789 see https://lantern.example/4539148803436467'],
    ['a handle before the next sentence', 'Thanks @quilltv. In a minute I am back'],
    ['a page to look at', 'Have a look at lantern.com or tell us at lantern.co'],
    ['what other tools masked', 'sent to __email__ already'],
  ])('%s', (_, draft) => {
    expect(look(draft)).toBeNull();
  });

  it('what the rep said is ours', () => {
    const draft = 'Call us at 0345 600 4589';
    expect(look(draft, 'en', { knownOurs: ['0345 600 4589'] })).toBeNull();
  });
});
