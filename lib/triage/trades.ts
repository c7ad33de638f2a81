import { PhraseFinder } from '../text/phrases';
import { fold, type Word, wordsOf } from '../text/words';
import type { Watchlist } from '../watchlist/watchlist';

/**
 * Words that belong to one trade. A team's own trade is told by the words of its watchlist; a name beside the words of
 * another trade is hardly this brand's ("charter flight" to a cable company).
 */
const trades: Readonly<Record<string, string>> = {
  telecom: `internet, wifi, wi-fi, broadband, fibre, fiber, router, modem, cable, signal, roaming, sim, esim, data plan,
    landline, 5g, 4g, lte, hotspot, mbps, set-top box, top-up, prepaid, postpaid, conexión, señal, sinal, internet móvel,
    réseau, netz, empfang, wlan, rete, segnale, sinyal, kuota, pulsa, jaringan, walang signal, load promo`,
  flights: `flight, flights, flew, flying, plane, planes, airline, airport, boarding, runway, cockpit, cabin crew, luggage,
    jet, aviation, cruise, yacht, sailing, boat, vuelo, voo, vol, flug, volo, penerbangan, pesawat, eroplano`,
  rail: 'train, trains, platform, rail, railway, station, tram, metro, bus stop, tren, trem, zug, bahn, treno, kereta',
  bank: `bank, banking, debit card, credit card, card declined, loan, mortgage, savings, overdraft, atm, iban, current account,
    banco, banque, konto, conto, tabungan, utang`,
  energy: `electricity, electric, gas bill, boiler, heating, kwh, smart meter, energy, power cut, luz, energia, électricité, strom,
    listrik, kuryente`,
  school: 'school, schools, teacher, teachers, students, student, pupils, class, classroom, university, exam, college',
  sport: `race, sprinter, finish line, marathon, olympics, match, goal, league, season, team, coach, playoffs, cup, tournament,
    player, stadium, medal, podium, lap, football, basketball, soccer`,
  crafts:
    'knit, knitting, sweater, crochet, yarn, stitch, sewing, pattern, painting, paint, candle, candles, tattoo, jewelry',
  travel:
    'trotter, trotting, trotters, holiday, vacation, beach, hike, hiking, museum, tour guide, cruise ship, map, travel',
  stage: `theatre, theater, shakespeare, play, actor, actress, movie, film, episode, season finale, album, song, concert, band,
    awards, award, novel, poem, game, quest`,
  nature:
    'tree, trees, forest, river, lake, sea, ocean, mountain, sunset, flowers, garden, birds, dog, cat, fish, weather',
  food: 'recipe, dinner, lunch, breakfast, cake, soup, salad, restaurant, coffee, pizza, delivery fee, driver ate',
};

/** Tells whether a tweet speaks of a trade, and whether it is the team's. */
export interface Trades {
  /** `own`: words of the team's trade; `other`: only words of another one; `none`: neither, or the team's is not known. */
  of(text: string, words: readonly Word[]): 'own' | 'other' | 'none';
}

let finder: PhraseFinder<string> | null = null;

/** Makes {@link Trades} for a watchlist. */
export function makeTrades({ categories, terms }: Pick<Watchlist, 'categories' | 'terms'>): Trades {
  finder ??= new PhraseFinder(
    Object.entries(trades).flatMap(([trade, words]) => words.split(/,\s+/).map((word) => [word, trade] as const)),
  );
  const find = finder;
  const tell = (text: string, words: readonly Word[]): Set<string> =>
    new Set(find.find(text, words).map(({ tag }) => tag));
  const own = new Set<string>();
  for (const phrase of categories) {
    for (const trade of tell(phrase, wordsOf(phrase))) own.add(trade);
  }
  const names = new Set(terms.map(fold));
  return {
    of(text, words) {
      if (own.size === 0) return 'none';
      // The name itself tells no trade: a bank may be called "Energy".
      const rest = words.filter(({ folded }) => !names.has(folded));
      const found = tell(text, rest);
      if (found.size === 0) return 'none';
      return [...found].some((trade) => own.has(trade)) ? 'own' : 'other';
    },
  };
}
