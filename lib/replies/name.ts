import { fold } from '../text/words';

/** Given names that are known to be some, in several countries; folded. They settle what a lone word may be. */
const GIVEN = new Set(
  (
    'aaron abby abel abigail adam adrian agnes aisha alan alba albert aldo alejandra alejandro alex alexander alexandra ' +
    'alfie alfredo ali alice alicia alma alvaro amanda amelia amina amir amy ana anders andre andrea andreas andrew andy ' +
    'angela angelica angie anita anja anke ann anna anne annika anthony antoine anton antonia antonio anya april arlo ' +
    'arnel arturo arya ashley astrid audrey augusto ayu barbara beatrice beatriz becky belen ben benjamin bernard bernd ' +
    'beth betty bex bianca bob boris brandon brenda brian bruno budi caio camila camille carina carl carla carlo carlos ' +
    'carmen carol carolina caroline catherine cecilia celia chantal charles charlie charlotte chiara chloe chris ' +
    'christian christina christine christopher ciro claire clara claudia claudio clement colin connor corinna craig ' +
    'crispin cristian cristina daisy dan dani daniel daniela danielle danny daphne dario dave david dawn debbie deborah ' +
    'dee denis dennis derek dewi diana diane diego dieter dimas dirk dominic dominik donna doris dorothy duarte dylan ' +
    'eddie edie eduardo edward eka elena eli elias elisa elizabeth elke ella ellen elsa emil emilia emilie emilio emily ' +
    'emma emre enrico enzo eric erica erik erika ernesto esther eva eve evelyn fabian fabio farah fatima federica ' +
    'federico felix fernanda fernando filipe fiona florian frances francesca francesco francis francisco frank franz ' +
    'freya frida gabriel gabriela gareth gary gavin gemma george georgia gerald gianni gigi gilda gino giorgia giorgio ' +
    'giovanni giulia giuseppe glen gloria gonzalo grace graham greg greta guilherme guillermo gus hanna hannah hans ' +
    'harry hassan heather hector heidi heike helen helena helga henri henry hilda holly hugo ian ibrahim ida ignacio ' +
    'ilaria ilona imke ines inga ingrid irene iris isaac isabel isabella isabelle ivan ivy jack jacob jacques jade jake ' +
    'james jamie jan jana jane janet janine jasmine jason javier jaz jean jeff jenna jennifer jenny jens jerome jerry ' +
    'jess jessica jill jim jo joan joana joanna joao joe joel johanna johannes john johnny joko jonas jonathan jordan ' +
    'jorge jose josef joseph josh joshua juan juana judith jules julia julian juliana julie julien juliet june jürgen ' +
    'karen karin karl karla kate katharina katherine kathy katie katja katrin keith kelly ken kenneth kerstin kevin kim ' +
    'kirsten kit klaus knut kofi kristin kurt kyle lars laura lauren laurent lea leah lena lenny leo leon leonardo leticia lewis ' +
    'liam lidia liezl lila lili lily linda lindsey lisa liz lola lorena lorenzo lou louis louise luc luca lucas lucia ' +
    'luciana lucie lucy luigi luis luisa lukas luke luz lydia madeleine maelle maeve maggie malik manfred manuel ' +
    'manuela mara marc marcel marcela marcelo marco marcos marcus margaret maria mariam mariana marie marina mario marisa ' +
    'marius mark marlene marta martha martin martina mary mateo mateus mathieu matt matteo matthew matthias maurice max maya megan ' +
    'mehmet melanie melissa mia michael michaela michel michele michelle miguel mikael mike mila milo mina miriam mo ' +
    'mohamed mohammed moira molly monica monika moritz muhammad nadia nadine nancy naomi natalia natalie natasha nathan ' +
    'neil nick nico nicola nicolas nicole nigel nikki nils nina noah noemi noor nora norma nuno olga oliver olivia omar oscar otto ' +
    'pablo paola paolo pat patricia patrick patrizia paul paula pauline pedro peggy penny pete peter petra phil philip ' +
    'philippe pia pierre pilar pippa polly poppy priya putri quentin rachel rafael rafi raimund ralf ramil ramon raquel raul ray ' +
    'rebecca remedios renata rene rhys ricardo richard rico rita rizky rob robert roberta roberto robin rodrigo roger ' +
    'roland roman ron rosa rosalba rose rosie rowan roy ruben rudi rui rupert russell ruth ryan sabine sadie sally salvador sam ' +
    'samantha samir samuel sandra santiago sara sarah sari scott sean sebastian selin serena sergio sharon sheila sigrid ' +
    'silke silvia simon simone siti sofia sol sonia sophia sophie sri stan stefan stefania stefano stella steph stephanie ' +
    'stephen steve steven stuart sue sunita susan susana susanne suzanne sven sylvia tad tainá taina tamara tamsin tania ' +
    'tanja tara tariq teresa tess tessa theo theresa thomas thorsten tiago tim tina tobias tom tomas tommaso tony tracy ' +
    'tristan tyrell ulla ulrich ulrike ursula uwe valentina valeria vanessa vera veronica vicky victor victoria vik ' +
    'vincent vincenzo virginia walter wanda wayan wayne wendy wes wilhelm will william wilma wolfgang xavier yannick ' +
    'yara yasmin yusuf yvonne zara zoe zulmira jhaymar mikka renz nena carmela lucho beto dewi'
  ).split(' '),
);

/** Words before a name by which it is spoken: the name that follows is a given one. */
const FAMILIAR = new Set(
  'kuya ate aling mang tita tito lolo lola dok bang mas mbak pak bu bapak ibu kak tia tio don dona doña dom seu padre papi papa mama mami zio zia nonna nonno oma opa tante onkel uncle auntie aunt aunty grandma grandpa nana granny sir dame captain coach dr doc prof professor doctor dra'
    .split(' ')
    .map(fold),
);
/** Words before a family name: whoever writes so is no first name to us. */
const DISTANT = new Set(
  'mr mrs ms miss mx frau herr m mme mlle monsieur madame sig sra sr señor señora'.split(' ').map(fold),
);

/** Words that tell of a shop, a paper, a club or a joke. */
const NO_PERSON = new Set(
  (
    'books book vets vet residents post news live bakery inn hotel hostel cafe caffe bar pub shop store stores shoes bank ' +
    'trips cinema theatre club chat weather jobs fans fan daily official team help desk support care cares service services mobile ' +
    'internet telecom media radio tv fm studio studios atelier panaderia tienda restaurante dapur warung toko tindahan ' +
    'boulangerie salon garage church school high college university council police surgery clinic hospital airlines ' +
    'rail trains bus taxi cars motors sports gym fitness yoga nails hair barber garden gardens farm kitchen foods food ' +
    'soap soaps camping camp fest festival lab labs digital tech solutions group ltd inc llc gmbh hq bot the a an el la ' +
    'los las le les der die das il lo gli ang si watch wire echo owl mentor money nation anonymous account parody tour ' +
    'lighting antiques birds dog cat kitty noodle goblin wizard witch king queen princess lord lady angel devil moon star ' +
    'sunshine bramble kestrel typewriter bread ruthless tiny wry not no just only your my his her their some any dad mum ' +
    'mom mummy mommy daddy wife husband user customer unknown nobody somebody someone anyone me myself life love vida ' +
    'amor crypto trader gamer gaming dapur admin info'
  ).split(' '),
);

const LATIN = /^\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]*$/u;
const EMOJI = /\p{Extended_Pictographic}|\p{RI}|\p{EMod}|\u200D|\uFE0F|[\u{E0020}-\u{E007F}]/gu;

/** "DEE" and "priya" as one writes a name; "DeShawn" stays. */
function asName(word: string): string {
  const plain = word === word.toUpperCase() || word === word.toLowerCase();
  if (!plain) return word;
  return word
    .toLowerCase()
    .replace(/(^|-)(\p{L})/gu, (_, before: string, first: string) => before + first.toUpperCase());
}

/**
 * The first name by which people would call somebody, taken from a display name; null where that is a guess. A wrong
 * name is worse than none.
 *
 * @param brands names that are no customer's
 */
export function firstNameIn(display: string, brands: readonly string[] = []): string | null {
  const plain = display
    .normalize('NFC')
    .replace(EMOJI, ' ')
    // What stands in brackets, after a bar or a place is said about them.
    .replace(/[([{<|/•·~:,–—@#].*$/u, ' ')
    .replace(/\s(?:in|at|from|de|en|aus|di|of)\s.*$/iu, ' ')
    .replace(/[^\p{L}\p{M}\p{N}\s'’.&-]/gu, ' ')
    .trim();
  if (plain === '' || /[\p{N}&]/u.test(plain) || plain.length > 40) return null;
  const words = plain.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  if (words.length === 0 || words.length > 4) return null;
  const folded = words.map((word) => fold(word).replace(/\.$/, ''));
  if (folded.some((word) => NO_PERSON.has(word) || brands.some((brand) => fold(brand) === word))) return null;
  if (folded.some((word) => /'s$/.test(word)) || DISTANT.has(folded[0] ?? '')) return null;
  let at = 0;
  while (at < words.length && FAMILIAR.has(folded[at] ?? '')) at++;
  const word = words[at];
  const name = folded[at] ?? '';
  if (word === undefined || word.endsWith('.') || name.length < 2 || name.length > 14 || !LATIN.test(word)) return null;
  if (GIVEN.has(name)) return asName(word);
  // "Dockside Dan": the second word is the name, and the first one a joke.
  if (words.slice(at + 1).some((_, next) => GIVEN.has(folded[at + 1 + next] ?? ''))) return null;
  const written = /^\p{Lu}\p{Ll}/u.test(word);
  return written ? word : null;
}
