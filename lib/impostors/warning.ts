/** `{them}` and `{us}` stand for the handles. */
const warnings: Readonly<Record<string, string>> = {
  en: 'Please take care: {them} is not us. We only write as {us}. Never give anybody a password, a code or a card number.',
  de: 'Bitte Vorsicht: {them} gehört nicht zu uns. Wir schreiben nur als {us}. Bitte niemandem Passwörter, Codes oder Kartennummern geben.',
  es: 'Atención, por favor: {them} no es nuestra cuenta. Solo escribimos como {us}. No hay que dar a nadie contraseñas, códigos ni números de tarjeta.',
  fr: 'Attention : {them} n’est pas un de nos comptes. Nous écrivons seulement depuis {us}. Ne donnez à personne un mot de passe, un code ou un numéro de carte.',
  it: 'Attenzione: {them} non è un nostro account. Scriviamo solo da {us}. Non dare a nessuno password, codici o numeri di carta.',
  pt: 'Atenção: {them} não é uma conta nossa. Só escrevemos como {us}. Não passe a ninguém senha, código ou número de cartão.',
  in: 'Mohon hati-hati: {them} bukan akun kami. Kami hanya menulis sebagai {us}. Jangan berikan kata sandi, kode, atau nomor kartu kepada siapa pun.',
  tl: 'Ingat po: hindi amin ang {them}. Sa {us} lang kami sumusulat. Huwag ibigay kahit kanino ang password, code o card number.',
};
const SAME: Readonly<Record<string, string>> = { id: 'in', fil: 'tl' };
/** More of the brand's handles would only be hard to compare. */
const NAMED = 2;

/** What to write below an impostor's reply, for the customer to read; in English where there are no words for theirs. */
export function warningFor(impostor: string, handles: readonly string[], lang: string | null): string {
  const code = lang === null ? 'en' : (SAME[lang] ?? lang);
  const us = handles
    .slice(0, NAMED)
    .map((handle) => `@${handle}`)
    .join(', ');
  return (warnings[code] ?? warnings.en ?? '').replace('{them}', `@${impostor}`).replace('{us}', us);
}

/** X's page of an account, where its menu has "Report". */
export function reportPage(handle: string): string {
  return `https://x.com/${encodeURIComponent(handle)}`;
}
